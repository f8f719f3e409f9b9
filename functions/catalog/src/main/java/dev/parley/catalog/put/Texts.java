package dev.parley.catalog.put;

import dev.parley.aws.http.Fields;
import dev.parley.domain.catalog.ProductPage;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of a product, each with the rule of its kind. */
final class Texts {
  private static final int ADDRESS = 1_000;

  /** A half of a surrogate pair alone: no text that can be stored. */
  private static final Pattern BROKEN = Pattern.compile("\\p{Cs}");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private Texts() {}

  static String required(Fields fields, String name, int most) {
    return whole(fields, name, fields.text(name, most));
  }

  static @Nullable String optional(Fields fields, String name, int most) {
    String text = fields.optionalText(name, most);
    return text == null ? null : whole(fields, name, text);
  }

  /** Reads what something is known by: no control characters, no spaces around it. */
  static String key(Fields fields, String name, int most) {
    String text = required(fields, name, most);
    if (CONTROL.matcher(text).find() || !text.equals(text.strip())) {
      fields.error(name, "must not have control characters, nor spaces around it");
    }
    return text;
  }

  static @Nullable String address(Fields fields, String name) {
    String text = optional(fields, name, ADDRESS);
    if (text != null && !isAddress(text)) {
      fields.error(name, "must be an http or https address");
    }
    return text;
  }

  private static boolean isAddress(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return (lower.startsWith("https://") || lower.startsWith("http://"))
        && ProductPage.key(text).isPresent();
  }

  private static String whole(Fields fields, String name, String text) {
    if (BROKEN.matcher(text).find()) {
      fields.error(name, "has half of a character");
    }
    return text;
  }
}
