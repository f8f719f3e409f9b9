package dev.parley.chat.channels;

import dev.parley.aws.http.Fields;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.StoreId;
import java.util.regex.Pattern;

/** Reads what an owner says of a channel, refusing all that is wrong at once. */
final class ChannelInput {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
  private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]+");
  private static final int MOST_SECRET = 100;
  private static final int MOST_TOKEN = 1000;

  private ChannelInput() {}

  static ConnectedChannel read(MerchantId merchant, String id, Fields fields) {
    if (!ID.matcher(id).matches()) {
      fields.error("channelId", "must be 8 to 64 letters, digits, - and _");
    }
    ChannelType type = fields.optionalChoice("type", "line", ChannelType::named);
    if (!fields.has("type")) {
      fields.error("type", "is required");
    }
    String name = fields.text("name", 100);
    String store = fields.optionalText("storeId", 100);
    ChannelCredentials credentials = line(fields);
    fields.done();
    return new ConnectedChannel(
        new Channel(
            new ChannelId(id),
            merchant,
            type == null ? ChannelType.LINE : type,
            name,
            store == null ? null : new StoreId(store)),
        credentials);
  }

  private static ChannelCredentials line(Fields fields) {
    Fields credentials = fields.optionalObject("credentials");
    if (credentials == null) {
      if (!fields.has("credentials")) {
        fields.error("credentials", "is required");
      }
      return new ChannelCredentials.Line("", "");
    }
    return new ChannelCredentials.Line(
        secret(credentials, "channelSecret", MOST_SECRET),
        secret(credentials, "channelAccessToken", MOST_TOKEN));
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
