package dev.parley.chat.channels;

import dev.parley.aws.http.Fields;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.StoreId;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what an owner says of a channel, refusing all that is wrong at once. */
final class ChannelInput {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
  private static final String TYPES =
      Arrays.stream(ChannelType.values())
          .map(ChannelType::wireName)
          .collect(Collectors.joining(", "));
  private static final String CREDENTIALS = "credentials";

  private ChannelInput() {}

  static ConnectedChannel read(MerchantId merchant, String id, Fields fields) {
    if (!ID.matcher(id).matches()) {
      fields.error("channelId", "must be 8 to 64 letters, digits, - and _");
    }
    ChannelType type = type(fields);
    String name = fields.text("name", 100);
    String store = fields.optionalText("storeId", 100);
    ChannelCredentials credentials = credentials(type, fields);
    fields.done();
    StoreId storeId = store == null ? null : new StoreId(store);
    return new ConnectedChannel(
        new Channel(new ChannelId(id), merchant, Objects.requireNonNull(type), name, storeId),
        Objects.requireNonNull(credentials));
  }

  private static @Nullable ChannelType type(Fields fields) {
    if (!fields.has("type")) {
      fields.error("type", "is required");
    }
    return fields.optionalChoice("type", TYPES, ChannelType::named);
  }

  /**
   * @param type {@code null} when it is wrong: then nobody knows what the credentials should be
   */
  private static @Nullable ChannelCredentials credentials(
      @Nullable ChannelType type, Fields fields) {
    if (!fields.has(CREDENTIALS)) {
      fields.error(CREDENTIALS, "is required");
    }
    Fields credentials = type == null ? null : fields.optionalObject(CREDENTIALS);
    return type == null || credentials == null ? null : CredentialsInput.read(type, credentials);
  }
}
