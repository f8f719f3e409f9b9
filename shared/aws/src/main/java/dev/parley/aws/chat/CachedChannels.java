package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.id.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Channels with their credentials opened, kept for five minutes in this sandbox; a channel that
 * isn't there is asked for each time.
 */
final class CachedChannels implements ConnectedChannels {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration FRESH = Duration.ofSeconds(10);
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
    Optional<ConnectedChannel> read = read(id);
    read.ifPresent(channel -> kept.put(id, new Kept(channel, now)));
    return read;
  }

  private Optional<ConnectedChannel> read(ChannelId id) {
    if (id.value().length() > ChatKeys.MOST_ID) {
      return Optional.empty();
    }
    GetItemResponse found =
        dynamo.getItem(r -> r.tableName(table).key(ChatKeys.channel(id)).consistentRead(true));
    return Optional.of(found)
        .filter(GetItemResponse::hasItem)
        .map(response -> Item.of(response.item()))
        .map(this::opened);
  }

  private ConnectedChannel opened(Item item) {
    Channel channel = ChannelItems.channel(item);
    return new ConnectedChannel(
        channel, secrets.open(channel, item.bytes(ChannelItems.CREDENTIALS)));
  }

  private record Kept(ConnectedChannel channel, Instant at) {}
}
