package dev.parley.aws.chat;

import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.id.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Signs of life in the channel's item, written by each sandbox at most once a minute. */
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
    write(id, ChannelItems.LAST_EVENT_AT, number(now), now);
  }

  @Override
  public void sent(ChannelId id) {
    Instant now = clock.instant();
    write(id, ChannelItems.LAST_SEND_AT, number(now), now);
  }

  @Override
  public void failed(ChannelId id, String code, String reason) {
    Instant now = clock.instant();
    Item error = Item.empty().time("at", now).text("code", code).text("reason", reason);
    write(id, ChannelItems.LAST_ERROR, AttributeValue.fromM(error.attributes()), now);
  }

  private synchronized void write(
      ChannelId id, String attribute, AttributeValue value, Instant now) {
    String sign = id.value() + "#" + attribute;
    Instant before = written.get(sign);
    if (before != null && Duration.between(before, now).abs().compareTo(PAUSE) < 0) {
      return;
    }
    if (written.size() >= MOST) {
      written.clear();
    }
    written.put(sign, now);
    Change change = new Change().set(attribute, value).when("attribute_exists(pk)");
    try {
      dynamo.updateItem(change.request(table, ChatKeys.channel(id)).build());
    } catch (ConditionalCheckFailedException e) {
      return; // The channel was removed meanwhile.
    }
  }

  private static AttributeValue number(Instant time) {
    return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
  }
}
