package dev.parley.aws.chat;

import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.channel.ChannelHealth.Trouble;
import dev.parley.domain.channel.CredentialReport;
import dev.parley.domain.channel.CredentialWatch;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** When each channel's platform is to be asked, by an index that holds nothing else. */
final class DynamoCredentialWatch implements CredentialWatch {
  private final DynamoDbClient dynamo;
  private final String table;
  private final InstantSource clock;

  DynamoCredentialWatch(DynamoDbClient dynamo, String table, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public List<Due> due(int most) {
    Map<String, AttributeValue> values =
        Map.of(
            ":pk", AttributeValue.fromS(ChatKeys.WATCHED),
            ":now", AttributeValue.fromS(ChatKeys.watchedUntil(clock.instant())));
    return dynamo
        .query(
            r ->
                r.tableName(table)
                    .indexName(ChatKeys.WATCH)
                    .keyConditionExpression("watchPk = :pk AND watchSk < :now")
                    .expressionAttributeValues(values)
                    .limit(most))
        .items()
        .stream()
        .map(item -> ChatKeys.due(Item.of(item).text(ChatKeys.WATCH_SK)))
        .toList();
  }

  @Override
  public Optional<Due> putOff(Due due, Instant until) {
    Due later = new Due(due.id(), until.truncatedTo(ChronoUnit.MILLIS));
    return written(due, later, new Change()) ? Optional.of(later) : Optional.empty();
  }

  @Override
  public void keep(Due due, CredentialReport.Valid report, Instant next) {
    Change change = expiring(new Change(), report.expiresAt()).remove(ChannelItems.REFUSED_AT);
    written(due, new Due(due.id(), next), change);
  }

  @Override
  public void keep(Due due, CredentialReport.Refused report, Instant next) {
    Instant now = clock.instant();
    Trouble trouble = new Trouble(now, Trouble.CREDENTIALS_REJECTED, report.reason());
    Change change =
        expiring(new Change(), report.expiresAt())
            .set(ChannelItems.REFUSED_AT, now.toEpochMilli())
            .set(ChannelItems.LAST_ERROR, ChannelItems.trouble(trouble));
    written(due, new Due(due.id(), next), change);
  }

  private static Change expiring(Change change, @Nullable Instant at) {
    return at == null
        ? change.remove(ChannelItems.EXPIRES_AT)
        : change.set(ChannelItems.EXPIRES_AT, at.toEpochMilli());
  }

  /** Returns whether the channel was still due as it was. */
  private boolean written(Due due, Due next, Change change) {
    change
        .set(ChatKeys.WATCH_SK, ChatKeys.watchSk(next))
        .when("#watchSk = :before")
        .value("before", ChatKeys.watchSk(due));
    try {
      dynamo.updateItem(change.request(table, ChatKeys.channel(due.id())).build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false; // It was put anew, is being asked about, or is gone.
    }
  }
}
