package dev.parley.chat.channels;

import dev.parley.aws.http.Fields;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import java.util.regex.Pattern;

/** Reads what a platform gave an owner to let us speak for a channel of the type. */
final class CredentialsInput {
  private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]+");
  private static final int MOST_SECRET = 100;
  private static final int MOST_TOKEN = 1000;

  private CredentialsInput() {}

  static ChannelCredentials read(ChannelType type, Fields fields) {
    return switch (type) {
      case LINE -> line(fields);
    };
  }

  private static ChannelCredentials line(Fields fields) {
    return new ChannelCredentials.Line(
        secret(fields, "channelSecret", MOST_SECRET),
        secret(fields, "channelAccessToken", MOST_TOKEN));
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
