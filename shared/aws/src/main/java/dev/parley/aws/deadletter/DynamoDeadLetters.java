package dev.parley.aws.deadletter;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetter.Settlement;
import dev.parley.domain.deadletter.DeadLetter.Status;
import dev.parley.domain.deadletter.DeadLetters;
import dev.parley.domain.id.DeadLetterId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Dead letters in a table of their own; the list is an index over it that holds no bodies. */
final class DynamoDeadLetters implements DeadLetters {
  private static final Duration LIFE_ONCE_SETTLED = Duration.ofDays(90);
  private static final int MOST_QUERIES = 10;
  private static final Pattern CURSOR =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}#(dlt_[0-9A-Z]{26})");

  private final DynamoDbClient dynamo;
  private final String table;
  private final InstantSource clock;

  DynamoDeadLetters(DynamoDbClient dynamo, String table, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public boolean keep(DeadLetter letter, Original original) {
    Item item = DeadLetterItems.item(letter, original);
    try {
      dynamo.putItem(
          r ->
              r.tableName(table)
                  .item(item.attributes())
                  .conditionExpression("attribute_not_exists(pk)"));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public Page<DeadLetter> list(MerchantId merchant, Filter filter, PageRequest page) {
    DeadLetterQuery query =
        new DeadLetterQuery(table, merchant, filter, page.limit(), clock.instant());
    List<Item> found = new ArrayList<>();
    Map<String, AttributeValue> from = start(merchant, page.cursor());
    for (int i = 0; i < MOST_QUERIES; i++) {
      QueryResponse response = dynamo.query(query.from(from));
      response.items().forEach(item -> found.add(Item.of(item)));
      from = response.lastEvaluatedKey();
      if (found.size() >= page.limit() || from.isEmpty()) {
        break;
      }
    }
    List<Item> shown = found.subList(0, Math.min(found.size(), page.limit()));
    return new Page<>(
        shown.stream().map(item -> DeadLetterItems.letter(merchant, item)).toList(),
        next(found, shown, from));
  }

  private static @Nullable String next(
      List<Item> found, List<Item> shown, Map<String, AttributeValue> from) {
    if (found.size() > shown.size()) {
      return shown.getLast().text(DeadLetterKeys.LIST_SK);
    }
    return Item.of(from).optionalText(DeadLetterKeys.LIST_SK);
  }

  private static Map<String, AttributeValue> start(MerchantId merchant, @Nullable String cursor) {
    if (cursor == null) {
      return Map.of();
    }
    var read = CURSOR.matcher(cursor);
    if (!read.matches()) {
      throw BadInput.cursor();
    }
    return Item.of(DeadLetterKeys.letter(merchant, new DeadLetterId(read.group(1))))
        .text(DeadLetterKeys.LIST_PK, merchant.value())
        .text(DeadLetterKeys.LIST_SK, cursor)
        .attributes();
  }

  @Override
  public Optional<Kept> find(MerchantId merchant, DeadLetterId id) {
    if (!id.value().matches("dlt_[0-9A-Z]{26}")) {
      return Optional.empty();
    }
    var found =
        dynamo.getItem(
            r -> r.tableName(table).key(DeadLetterKeys.letter(merchant, id)).consistentRead(true));
    return Optional.of(Item.of(found.item()))
        .filter(item -> item.has("pk") && !isExpired(item))
        .map(
            item ->
                new Kept(DeadLetterItems.letter(merchant, item), DeadLetterItems.original(item)));
  }

  private boolean isExpired(Item item) {
    Long expiresAt = item.optionalNumber(DeadLetterItems.EXPIRES_AT);
    return expiresAt != null && expiresAt <= clock.instant().getEpochSecond();
  }

  @Override
  public boolean settle(MerchantId merchant, DeadLetterId id, Settlement settlement) {
    Change change =
        new Change()
            .set(DeadLetterItems.STATUS, settlement.status().wireName())
            .set(DeadLetterItems.SETTLED_AT, settlement.at().toEpochMilli())
            .set(DeadLetterItems.SETTLED_BY, settlement.by().value())
            .set(
                DeadLetterItems.EXPIRES_AT,
                settlement.at().plus(LIFE_ONCE_SETTLED).getEpochSecond())
            .when("#status IN (:before, :orElse)")
            .value("before", Status.OPEN.wireName())
            .value("orElse", undone(settlement.status()).wireName());
    try {
      dynamo.updateItem(change.request(table, DeadLetterKeys.letter(merchant, id)).build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /** Returns the status besides open that gives way to this one. */
  private static Status undone(Status status) {
    return status == Status.RETRIED ? Status.DISCARDED : Status.OPEN;
  }
}
