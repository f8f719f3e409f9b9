package dev.parley.aws.catalog;

import dev.parley.aws.http.BadInput;
import dev.parley.domain.catalog.ProductQuery;
import dev.parley.domain.catalog.SearchEntry.Tier;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place among the search entries.
 *
 * @param after the sort key of the last entry before it; {@code null}: the tier's beginning
 */
record SearchCursor(Tier tier, @Nullable String after) {
  private static final Pattern TEXT = Pattern.compile("([KNP])(.*)", Pattern.DOTALL);
  private static final int MOST_BYTES = 1024;

  /** Returns the place that the cursor of this query's list names; bad input when it is none. */
  static SearchCursor read(@Nullable String cursor, ProductQuery query) {
    if (cursor == null) {
      return new SearchCursor(Tier.SKU, null);
    }
    Matcher parts = TEXT.matcher(decoded(cursor));
    if (!parts.matches()) {
      throw wrong();
    }
    Tier tier = tier(parts.group(1));
    String after = parts.group(2);
    if (after.isEmpty()) {
      return new SearchCursor(tier, null);
    }
    if (!after.startsWith(query.prefix(tier))
        || after.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw wrong();
    }
    return new SearchCursor(tier, after);
  }

  String text() {
    String plain = tier.code() + (after == null ? "" : after);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  @Nullable SearchCursor nextTier() {
    return switch (tier) {
      case SKU -> new SearchCursor(Tier.NAME, null);
      case NAME -> new SearchCursor(Tier.PART, null);
      case PART -> null;
    };
  }

  private static Tier tier(String code) {
    return switch (code) {
      case "K" -> Tier.SKU;
      case "N" -> Tier.NAME;
      default -> Tier.PART;
    };
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
  }

  private static BadInput wrong() {
    return BadInput.cursor();
  }
}
