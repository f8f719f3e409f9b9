package dev.parley.domain.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.catalog.SearchEntry.Tier;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProductQueryTest {
  @ParameterizedTest
  @CsvSource({
    "夏季輕薄防曬外套, 外套, PART",
    "夏季輕薄防曬外套, 夏季, NAME",
    "夏季輕薄防曬外套, 防曬, PART",
    "夏季輕薄防曬外套, 套, PART",
    "【新品】夏季外套, 新品, PART",
    "日本製コーヒー, コーヒー, PART",
    "限量🎉外套, 🎉外, PART",
    "เสื้อยืดน้ำเงิน, น้ำ, PART",
    "เสื้อยืดน้ำเงิน, น้ำเงิน, PART",
    "เสื้อยืดน้ำเงิน, เสื้อ, NAME",
    "เสื้อยืดน้ำเงิน, ยืด, PART",
    "Summer T-Shirt, t-shirt, PART",
    "Summer T-Shirt, SHIRT, PART",
    "Summer T-Shirt, summer   t, NAME",
    "Phone15 Case, 15, PART",
    "Ｐｈｏｎｅ １５, phone 15, NAME",
    "尺寸１２０公分, 120公, PART",
    "red Coat of wool, wool red, PART",
    "Çanta büyük, ÇANTA, NAME",
  })
  void aNameIsFoundWhereOneWouldLookForIt(String name, String query, Tier tier) {
    SearchText product = SearchText.of("X-1", name);

    Optional<SearchEntry> match = ProductQuery.of(query).match(product);

    assertEquals(Optional.of(tier), match.map(SearchEntry::tier));
  }

  @ParameterizedTest
  @CsvSource({
    "夏季輕薄防曬外套, 外衣",
    "Summer T-Shirt, ummer",
    "red Coat, red hat",
    "เสื้อยืด, ้อ",
    "Phone15 Case, hone",
  })
  void whatIsNoPartOfAnyWordIsNotFound(String name, String query) {
    SearchText product = SearchText.of("X-1", name);

    assertEquals(Optional.empty(), ProductQuery.of(query).match(product));
  }

  @Test
  void everyMatchIsAnEntryThatTheIndexHasUnderTheQuerysPrefix() {
    SearchText product = SearchText.of("AB 12", "限量 T-Shirt 夏季น้ำ" + "長".repeat(80));
    Set<SearchEntry> entries = product.entries();

    for (String text : new String[] {"ab 12", "12", "夏季", "shirt 限量", "น้ำ", "長".repeat(70)}) {
      ProductQuery query = ProductQuery.of(text);
      SearchEntry match = query.match(product).orElseThrow();

      assertTrue(entries.contains(match), text);
      assertTrue(match.text().startsWith(query.prefix(match.tier())), text);
    }
  }

  @Test
  void theEntriesOfAnyProductFitIntoOneTransaction() {
    SearchText product = SearchText.of("a b c d e f g h", "甲乙丙丁".repeat(50));

    Set<SearchEntry> entries = product.entries();

    assertTrue(entries.size() + 3 <= 100, () -> entries.size() + " entries");
  }

  @Test
  void caseDoesNotDependOnTheMachine() {
    Set<String> texts = new HashSet<>();
    for (String tag : new String[] {"tr", "en", "th"}) {
      Locale before = Locale.getDefault();
      Locale.setDefault(Locale.forLanguageTag(tag));
      texts.add(ProductQuery.of("TITLE").text());
      Locale.setDefault(before);
    }

    assertEquals(Set.of("title"), texts);
  }
}
