package dev.parley.catalog.put;

import dev.parley.aws.http.Fields;
import dev.parley.domain.catalog.WebAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of a product, each with the rule of its kind. */
final class Texts {
  private static final int ADDRESS = 1_000;

  /** A half of a surrogate pair alone: no text that can be stored. */
  private static final Pattern BROKEN = Pattern.compile("\\p{Cs}");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private static final Pattern SCHEME =
      Pattern.compile("https?://([^/?#]*)", Pattern.CASE_INSENSITIVE);

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
    if (text != null && !(SCHEME.matcher(text).lookingAt() && WebAddress.of(text).isPresent())) {
      fields.error(name, wrong(text));
    }
    return text;
  }

  private static String wrong(String text) {
    Matcher parts = SCHEME.matcher(text);
    if (!parts.lookingAt()) {
      return "must be an http or https address";
    }
    String host = parts.group(1);
    if (host.indexOf('@') >= 0) {
      return "must be an http or https address without a user name";
    }
    return host.chars().anyMatch(c -> c >= 0x80) && WebAddress.of("https://" + host).isEmpty()
        ? "must be an http or https address; its host must be written in ASCII (xn--…)"
        : "must be an http or https address, with spaces and any of \"<>\\^`{|}% in percent form";
  }

  private static String whole(Fields fields, String name, String text) {
    if (BROKEN.matcher(text).find()) {
      fields.error(name, "contains an unpaired surrogate");
    }
    return text;
  }
}
