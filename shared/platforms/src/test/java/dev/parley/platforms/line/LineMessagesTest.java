package dev.parley.platforms.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.outbound.CompiledMessage;
import dev.parley.domain.outbound.Cut;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.platforms.text.Graphemes;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineMessagesTest {
  private static final LineMessages LINE = new LineMessages();

  private static ProductCard card(String id, String title, @Nullable String imageUrl) {
    return new ProductCard(
        new ProductId(id),
        title,
        Money.parse("TWD 1290.00"),
        imageUrl,
        "https://p.example/r/" + id);
  }

  private static CompiledMessage compile(@Nullable String text, ProductCard... cards) {
    return LINE.compile(new ProductCards(text, List.of(cards)), "zh-TW");
  }

  private static List<JsonObject> columns(CompiledMessage compiled) {
    return Json.readOwn(compiled.messages().getLast()).object("template").objects("columns");
  }

  @Test
  void makesACarouselWithAColumnForEachProduct() {
    CompiledMessage compiled =
        compile("看看", card("1", "Shirt", "https://i.example/1.jpg"), card("2", "Hat", null));

    assertEquals(List.of("{\"type\":\"text\",\"text\":\"看看\"}", carousel()), compiled.messages());
    assertEquals(
        List.of(new Cut(new ProductId("1"), "imageUrl", "https://i.example/1.jpg", null, null)),
        compiled.cuts());
  }

  /** No column has a picture, because one product has none. */
  private static String carousel() {
    return "{\"type\":\"template\",\"altText\":\"Shirt · Hat\",\"template\":{\"type\":\"carousel\","
        + "\"columns\":["
        + "{\"title\":\"Shirt\",\"text\":\"NT$1,290\",\"actions\":[{\"type\":\"uri\","
        + "\"label\":\"查看商品\",\"uri\":\"https://p.example/r/1\"}]},"
        + "{\"title\":\"Hat\",\"text\":\"NT$1,290\",\"actions\":[{\"type\":\"uri\","
        + "\"label\":\"查看商品\",\"uri\":\"https://p.example/r/2\"}]}]}}";
  }

  @Test
  void showsPicturesWhenEveryProductHasASecureOne() {
    CompiledMessage secure =
        compile(null, card("1", "A", "https://i.example/1"), card("2", "B", "HTTPS://i.example/2"));
    CompiledMessage mixed =
        compile(null, card("1", "A", "https://i.example/1"), card("2", "B", "http://i.example/2"));

    assertTrue(columns(secure).stream().allMatch(c -> c.has("thumbnailImageUrl")));
    assertTrue(columns(mixed).stream().noneMatch(c -> c.has("thumbnailImageUrl")));
    assertEquals(List.of(), secure.cuts());
    assertEquals(
        List.of(
            new Cut(new ProductId("1"), "imageUrl", "https://i.example/1", null, null),
            new Cut(new ProductId("2"), "imageUrl", "http://i.example/2", null, null)),
        mixed.cuts());
  }

  @Test
  void cutsATitleBetweenCharactersAndSaysSo() {
    String family = "👨‍👩‍👧‍👦";
    String title = family.repeat(41);

    CompiledMessage compiled = compile(null, card("1", title, null));

    String cut = family.repeat(39) + "…";
    assertEquals(List.of(new Cut(new ProductId("1"), "title", title, cut, 40)), compiled.cuts());
    assertEquals(cut, columns(compiled).getFirst().text("title"));
    assertEquals(List.of(), compile(null, card("1", family.repeat(40), null)).cuts());
  }

  @Test
  void keepsWithinEveryLimitWithTenProductsOfLongThaiNames() {
    ProductCard[] cards =
        IntStream.range(0, 10)
            .mapToObj(
                i -> card("p" + i, "เสื้อเชิ้ตแขนยาวผู้หญิง".repeat(30), "https://i.example/" + i))
            .toArray(ProductCard[]::new);

    CompiledMessage compiled = compile(null, cards);

    assertEquals(10, compiled.cuts().size());
    assertEquals(10, columns(compiled).size());
    for (JsonObject column : columns(compiled)) {
      assertTrue(Graphemes.count(column.text("title", "")) <= 40);
      assertTrue(Graphemes.count(column.text("text", "")) <= 60);
    }
    assertTrue(Json.readOwn(compiled.messages().getLast()).text("altText", "").length() <= 1500);
  }

  @ParameterizedTest
  @CsvSource({"zh-TW,查看商品", "th,ดูสินค้า", "th-TH,ดูสินค้า", "en,View product", "ja,View product"})
  void labelsTheButtonInTheMerchantsLanguage(String locale, String label) {
    CompiledMessage compiled =
        LINE.compile(new ProductCards(null, List.of(card("1", "A", null))), locale);

    assertEquals(label, columns(compiled).getFirst().objects("actions").getFirst().text("label"));
    assertTrue(Graphemes.count(label) <= 20);
  }

  @Test
  void sendsPicturesAsPicturesAndOtherMediaAsLinks() {
    assertEquals(
        List.of(
            "{\"type\":\"image\",\"originalContentUrl\":\"https://i.example/1.jpg\","
                + "\"previewImageUrl\":\"https://i.example/1.jpg\"}"),
        media(MediaKind.IMAGE, "https://i.example/1.jpg"));
    assertEquals(
        List.of("{\"type\":\"text\",\"text\":\"https://i.example/1.mp4\"}"),
        media(MediaKind.VIDEO, "https://i.example/1.mp4"));
  }

  private static List<String> media(MediaKind kind, String url) {
    return LINE.compile(new Media(kind, null, url, null, null, null), "en")
        .orElseThrow()
        .messages();
  }

  @Test
  void hasNoFormForWhatItDoesNotKnow() {
    assertFalse(LINE.compile(new MessageContent.Unknown("x"), "en").isPresent());
  }
}
