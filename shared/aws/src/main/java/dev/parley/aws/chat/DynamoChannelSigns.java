package dev.parley.aws.chat;

import dev.parley.aws.item.Change;
import dev.parley.domain.channel.ChannelHealth.Trouble;
import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.id.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Signs of life in the channel's item, each kind written by a sandbox at most once a minute. */
final class DynamoChannelSigns implements ChannelSigns {
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int MOST = 1000;

  private final DynamoDbClient dynamo;
  private final String table;
  private final InstantSource clock;
  private final Map<String, Instant> written = new HashMap<>();

  DynamoChannelSigns(DynamoDbClient dynamo, String table, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public void received(ChannelId id) {
    Instant now = clock.instant();
    Change change = new Change().set(ChannelItems.LAST_EVENT_AT, now.toEpochMilli());
    write(id, ChannelItems.LAST_EVENT_AT, change, now);
  }

  @Override
  public void sent(ChannelId id) {
    Instant now = clock.instant();
    Change change =
        new Change()
            .set(ChannelItems.LAST_SEND_AT, now.toEpochMilli())
            .remove(ChannelItems.REFUSED_AT);
    write(id, ChannelItems.LAST_SEND_AT, change, now);
    forget(id, Trouble.CREDENTIALS_REJECTED);
  }

  @Override
  public void failed(ChannelId id, String code, String reason) {
    Instant now = clock.instant();
    Change change =
        new Change()
            .set(ChannelItems.LAST_ERROR, ChannelItems.trouble(new Trouble(now, code, reason)));
    if (code.equals(Trouble.CREDENTIALS_REJECTED)) {
      change.set(ChannelItems.REFUSED_AT, now.toEpochMilli());
      forget(id, ChannelItems.LAST_SEND_AT);
    }
    write(id, code, change, now);
  }

  /** Lets the next such sign be written at once. */
  private synchronized void forget(ChannelId id, String sign) {
    written.remove(id.value() + "#" + sign);
  }

  private synchronized void write(ChannelId id, String kind, Change change, Instant now) {
    String sign = id.value() + "#" + kind;
    Instant before = written.get(sign);
    if (before != null && Duration.between(before, now).abs().compareTo(PAUSE) < 0) {
      return;
    }
    if (written.size() >= MOST) {
      written.clear();
    }
    try {
      dynamo.updateItem(
          change.when("attribute_exists(pk)").request(table, ChatKeys.channel(id)).build());
    } catch (ConditionalCheckFailedException e) {
      return; // The channel was removed meanwhile.
    }
    written.put(sign, now); // A fault leaves it to the next.
  }
}
