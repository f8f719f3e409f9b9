package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.id.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Channels with their credentials opened, kept for a minute in this sandbox; a channel that isn't
 * there is asked for each time. Credentials that stand as they did are not decrypted again.
 */
final class CachedChannels implements ConnectedChannels {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int MOST = 500;

  private final DynamoDbClient dynamo;
  private final String table;
  private final KmsSecrets secrets;
  private final InstantSource clock;
  private final Map<ChannelId, Kept> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ChannelId, Kept> eldest) {
          return size() > MOST;
        }
      };

  CachedChannels(DynamoDbClient dynamo, String table, KmsSecrets secrets, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public Optional<ConnectedChannel> find(ChannelId id) {
    return find(id, KEPT);
  }

  @Override
  public Optional<ConnectedChannel> findFresh(ChannelId id) {
    return find(id, FRESH);
  }

  private synchronized Optional<ConnectedChannel> find(ChannelId id, Duration age) {
    Instant now = clock.instant();
    Kept known = kept.get(id);
    if (known != null && Duration.between(known.at, now).abs().compareTo(age) < 0) {
      return Optional.of(known.channel);
    }
    kept.remove(id);
    Optional<Kept> read = read(id).map(item -> kept(item, known, now));
    read.ifPresent(channel -> kept.put(id, channel));
    return read.map(Kept::channel);
  }

  private Optional<Item> read(ChannelId id) {
    GetItemResponse found =
        dynamo.getItem(r -> r.tableName(table).key(ChatKeys.channel(id)).consistentRead(true));
    return Optional.of(found)
        .filter(GetItemResponse::hasItem)
        .map(response -> Item.of(response.item()));
  }

  private Kept kept(Item item, @Nullable Kept before, Instant now) {
    Channel channel = ChannelItems.channel(item);
    SdkBytes sealed = SdkBytes.fromByteArray(item.bytes(ChannelItems.CREDENTIALS));
    ChannelCredentials credentials =
        before != null && before.channel.channel().equals(channel) && before.sealed.equals(sealed)
            ? before.channel.credentials()
            : secrets.open(channel, sealed.asByteArray());
    return new Kept(new ConnectedChannel(channel, credentials), sealed, now);
  }

  private record Kept(ConnectedChannel channel, SdkBytes sealed, Instant at) {}
}
