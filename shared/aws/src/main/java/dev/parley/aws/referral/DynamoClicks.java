package dev.parley.aws.referral;

import dev.parley.aws.item.BatchRead;
import dev.parley.aws.item.Item;
import dev.parley.domain.attribution.Click;
import dev.parley.domain.attribution.Clicks;
import dev.parley.domain.attribution.Openings;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Clicks and openings in DynamoDB, written with the cells that they count in. */
final class DynamoClicks implements Clicks {
  private static final String ABSENT = "attribute_not_exists(pk)";
  private static final String VERSION = "version";

  private final DynamoDbClient dynamo;
  private final String table;
  private final String figuresTable;

  DynamoClicks(DynamoDbClient dynamo, String table, String figuresTable) {
    this.dynamo = dynamo;
    this.table = table;
    this.figuresTable = figuresTable;
  }

  @Override
  public Map<ReferralId, Openings> openings(Collection<ReferralId> referrals) {
    Map<String, ReferralId> byKey = new HashMap<>();
    referrals.forEach(id -> byKey.put(ReferralKeys.pk(id), id));
    List<Map<String, AttributeValue>> keys =
        byKey.keySet().stream().map(pk -> Item.at(pk, ReferralKeys.OPENINGS).attributes()).toList();
    Map<ReferralId, Openings> openings = new HashMap<>();
    for (Item item : BatchRead.consistent(dynamo, table).items(keys)) {
      openings.put(byKey.get(item.text("pk")), OpeningItems.openings(item));
    }
    return openings;
  }

  @Override
  public Outcome record(Batch batch) {
    List<TransactWriteItem> writes = new ArrayList<>();
    for (Click click : batch.clicks()) {
      writes.add(put(item(click), ABSENT, Map.of()));
    }
    batch
        .after()
        .forEach(
            (id, after) -> {
              Openings before = batch.before().getOrDefault(id, Openings.NONE);
              if (!after.equals(before)) {
                writes.add(put(id, before, after));
              }
            });
    batch
        .counts()
        .forEach(
            (merchant, counts) -> writes.addAll(Cells.updates(figuresTable, merchant, counts)));
    try {
      dynamo.transactWriteItems(t -> t.transactItems(writes));
      return new Outcome.Recorded();
    } catch (TransactionCanceledException e) {
      Cancellations.onlyRaces(e);
      Set<String> known = known(batch.clicks(), e);
      return known.isEmpty() ? new Outcome.Overtaken() : new Outcome.Known(known);
    }
  }

  private static Set<String> known(List<Click> clicks, TransactionCanceledException e) {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < clicks.size(); i++) {
      if (Cancellations.refused(e, i)) {
        known.add(clicks.get(i).id());
      }
    }
    return known;
  }

  private static Item item(Click click) {
    return Item.at(
            ReferralKeys.contact(click.merchantId(), click.contactId()),
            place(click.at()) + click.id())
        .text("referralId", click.referralId().value())
        .number("position", (long) click.position())
        .time("at", click.at());
  }

  /** Returns what the sort keys of the clicks at the time begin with. */
  private static String place(Instant at) {
    return ReferralKeys.CLICK + ReferralKeys.time(at) + "#";
  }

  /** The version stands for all that the openings say: it follows from them. */
  private TransactWriteItem put(ReferralId id, Openings before, Openings after) {
    Item item =
        OpeningItems.item(ReferralKeys.pk(id), after).text(VERSION, OpeningItems.version(after));
    return before.first().isEmpty()
        ? put(item, ABSENT, Map.of())
        : put(
            item,
            "version = :before",
            Map.of(":before", AttributeValue.fromS(OpeningItems.version(before))));
  }

  private TransactWriteItem put(Item item, String condition, Map<String, AttributeValue> values) {
    Put.Builder put =
        Put.builder().tableName(table).item(item.attributes()).conditionExpression(condition);
    if (!values.isEmpty()) {
      put.expressionAttributeValues(values);
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  @Override
  public List<Fact> of(MerchantId merchant, ContactId contact, Instant from) {
    List<Fact> facts = new ArrayList<>();
    dynamo
        .queryPaginator(
            q ->
                q.tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", text(ReferralKeys.contact(merchant, contact)),
                            ":from", text(ReferralKeys.CLICK + ReferralKeys.time(from)),
                            ":to", text(ReferralKeys.CLICK + "~"))))
        .items()
        .forEach(item -> facts.add(fact(Item.of(item))));
    return facts;
  }

  private static Fact fact(Item item) {
    Instant at = item.time("at");
    return new Fact(
        item.text("sk").substring(place(at).length()),
        new ReferralId(item.text("referralId")),
        Math.toIntExact(item.number("position")),
        at);
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
