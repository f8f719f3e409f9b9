package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
  private final Map<Account, Asked> asked = new HashMap<>();

  /** By the channel's id. */
  private final Map<String, Kept> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
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

  @Override
  public Optional<ConnectedChannel> findOf(Channel sibling, String accountId) {
    return idOf(sibling, accountId).flatMap(this::find);
  }

  private synchronized Optional<ChannelId> idOf(Channel sibling, String accountId) {
    Account account = new Account(sibling.merchantId(), sibling.type(), accountId);
    Instant now = clock.instant();
    Asked before = asked.get(account);
    Duration age = before != null && before.id.isPresent() ? KEPT : FRESH;
    if (before != null && Duration.between(before.at, now).abs().compareTo(age) < 0) {
      return before.id;
    }
    if (asked.size() >= MOST) {
      asked.clear();
    }
    Optional<ChannelId> found = query(account);
    asked.put(account, new Asked(found, now));
    return found;
  }

  private Optional<ChannelId> query(Account account) {
    return dynamo
        .queryPaginator(
            q ->
                q.tableName(table)
                    .indexName(ChatKeys.BY_MERCHANT)
                    .keyConditionExpression("#merchantPk = :merchantPk")
                    .filterExpression("#type = :type AND #accountId = :accountId")
                    .expressionAttributeNames(
                        Map.of(
                            "#merchantPk", ChatKeys.MERCHANT_PK,
                            "#type", ChannelItems.TYPE,
                            "#accountId", ChannelItems.ACCOUNT_ID))
                    .expressionAttributeValues(
                        Map.of(
                            ":merchantPk", AttributeValue.fromS(account.merchant.value()),
                            ":type", AttributeValue.fromS(account.type.wireName()),
                            ":accountId", AttributeValue.fromS(account.id))))
        .items()
        .stream()
        .map(item -> new ChannelId(Item.of(item).text("pk")))
        .findFirst();
  }

  private synchronized Optional<ConnectedChannel> find(ChannelId id, Duration age) {
    Instant now = clock.instant();
    Kept known = kept.get(id.value());
    if (known != null && Duration.between(known.at, now).abs().compareTo(age) < 0) {
      return Optional.of(known.channel);
    }
    kept.remove(id.value());
    Optional<Kept> read = read(id).map(item -> kept(item, known, now));
    read.ifPresent(channel -> kept.put(id.value(), channel));
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
    return new Kept(
        new ConnectedChannel(
            channel, credentials, item.texts(ChannelItems.FORWARDS), ChannelItems.off(item)),
        sealed,
        now);
  }

  private record Account(MerchantId merchant, ChannelType type, String id) {}

  private record Asked(Optional<ChannelId> id, Instant at) {}

  private record Kept(ConnectedChannel channel, SdkBytes sealed, Instant at) {}
}
