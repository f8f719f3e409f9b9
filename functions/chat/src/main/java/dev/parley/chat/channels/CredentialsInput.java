package dev.parley.chat.channels;

import dev.parley.aws.http.Fields;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import java.util.regex.Pattern;

/** Reads what a platform gave an owner to let us speak for a channel of the type. */
final class CredentialsInput {
  private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]+");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,40}");
  private static final String ACCESS_TOKEN = "accessToken";
  private static final String APP_SECRET = "appSecret";
  private static final String VERIFY_TOKEN = "verifyToken";
  private static final int MOST_SECRET = 100;
  private static final int MOST_TOKEN = 1000;

  private CredentialsInput() {}

  static ChannelCredentials read(ChannelType type, Fields fields) {
    return switch (type) {
      case LINE -> line(fields);
      case MESSENGER ->
          new ChannelCredentials.Messenger(
              id(fields, "pageId"),
              secret(fields, "pageAccessToken", MOST_TOKEN),
              secret(fields, APP_SECRET, MOST_SECRET),
              secret(fields, VERIFY_TOKEN, MOST_SECRET));
      case INSTAGRAM ->
          new ChannelCredentials.Instagram(
              id(fields, "accountId"),
              secret(fields, ACCESS_TOKEN, MOST_TOKEN),
              secret(fields, APP_SECRET, MOST_SECRET),
              secret(fields, VERIFY_TOKEN, MOST_SECRET));
      case WHATSAPP ->
          new ChannelCredentials.Whatsapp(
              id(fields, "phoneNumberId"),
              id(fields, "businessAccountId"),
              secret(fields, ACCESS_TOKEN, MOST_TOKEN),
              secret(fields, APP_SECRET, MOST_SECRET),
              secret(fields, VERIFY_TOKEN, MOST_SECRET),
              fields.has("catalogId") ? id(fields, "catalogId") : null);
      case WIDGET -> WidgetInput.read(fields);
    };
  }

  private static ChannelCredentials line(Fields fields) {
    return new ChannelCredentials.Line(
        secret(fields, "channelSecret", MOST_SECRET),
        secret(fields, "channelAccessToken", MOST_TOKEN));
  }

  /** Reads one of Meta's ids. */
  private static String id(Fields fields, String name) {
    String value = fields.text(name, MOST_SECRET);
    if (!value.isBlank() && !DIGITS.matcher(value).matches()) {
      fields.error(name, "must be digits");
    }
    return value;
  }

  /** Reads a text that must be able to stand in a header. */
  private static String secret(Fields fields, String name, int most) {
    String value = fields.text(name, most);
    if (!value.isBlank() && !HEADER_SAFE.matcher(value).matches()) {
      fields.error(name, "must be printable ASCII without spaces");
    }
    return value;
  }
}
