package dev.parley.aws.referral;

import dev.parley.aws.item.Item;
import dev.parley.domain.attribution.Credit;
import dev.parley.domain.attribution.Credits;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.report.Count;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Credits in DynamoDB, written with the cells that they count in. */
final class DynamoCredits implements Credits {
  private final DynamoDbClient dynamo;
  private final String table;
  private final String figuresTable;

  DynamoCredits(DynamoDbClient dynamo, String table, String figuresTable) {
    this.dynamo = dynamo;
    this.table = table;
    this.figuresTable = figuresTable;
  }

  @Override
  public Optional<Credit> find(OrderKey order) {
    var found =
        dynamo.getItem(r -> r.tableName(table).key(at(order).attributes()).consistentRead(true));
    return found.hasItem()
        ? Optional.of(credit(order.merchantId(), Item.of(found.item())))
        : Optional.empty();
  }

  @Override
  public boolean write(Credit credit, List<Count> change) {
    Put.Builder put = Put.builder().tableName(table).item(item(credit).attributes());
    if (credit.revision() == 1) {
      put.conditionExpression("attribute_not_exists(pk)");
    } else {
      put.conditionExpression("revision = :before")
          .expressionAttributeValues(
              Map.of(":before", AttributeValue.fromN(String.valueOf(credit.revision() - 1))));
    }
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(TransactWriteItem.builder().put(put.build()).build());
    CreditMonths.marks(credit).forEach(mark -> writes.add(put(mark)));
    writes.addAll(Cells.updates(figuresTable, credit.order().merchantId(), change));
    try {
      dynamo.transactWriteItems(t -> t.transactItems(writes));
      return true;
    } catch (TransactionCanceledException e) {
      Cancellations.onlyRaces(e);
      return false;
    }
  }

  private TransactWriteItem put(Item item) {
    Put put = Put.builder().tableName(table).item(item.attributes()).build();
    return TransactWriteItem.builder().put(put).build();
  }

  @Override
  public Stream<Credit> between(MerchantId merchant, Instant from, Instant to) {
    return placed(merchant, from, to).filter(credit -> credit.attribution().lead().isPresent());
  }

  @Override
  public Stream<Credit> counting(MerchantId merchant, LocalDate from, LocalDate to) {
    YearMonth first = YearMonth.from(from);
    YearMonth last = YearMonth.from(to);
    Map<OrderKey, Credit> counting = new LinkedHashMap<>();
    placed(merchant, start(first), start(last.plusMonths(1)).minusMillis(1))
        .forEach(credit -> counting.put(credit.order(), credit));
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      marked(merchant, month).stream()
          .filter(order -> !counting.containsKey(order))
          .flatMap(order -> find(order).stream())
          .forEach(credit -> counting.put(credit.order(), credit));
    }
    return counting.values().stream();
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private List<OrderKey> marked(MerchantId merchant, YearMonth month) {
    return dynamo
        .queryPaginator(
            q ->
                q.tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(CreditMonths.pk(merchant, month)))))
        .items()
        .stream()
        .map(item -> OrderKey.read(merchant, Item.of(item).text("sk")))
        .toList();
  }

  private Stream<Credit> placed(MerchantId merchant, Instant from, Instant to) {
    YearMonth last = YearMonth.from(to.atOffset(ZoneOffset.UTC));
    return Stream.iterate(
            YearMonth.from(from.atOffset(ZoneOffset.UTC)),
            month -> !month.isAfter(last),
            month -> month.plusMonths(1))
        .flatMap(month -> month(merchant, month, from, to));
  }

  private Stream<Credit> month(MerchantId merchant, YearMonth month, Instant from, Instant to) {
    return dynamo
        .queryPaginator(
            q ->
                q.tableName(table)
                    .indexName(ReferralKeys.BY_DAY)
                    .keyConditionExpression("creditPk = :pk AND creditSk BETWEEN :from AND :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(merchant.value() + "#" + month),
                            ":from", AttributeValue.fromS(ReferralKeys.time(from)),
                            ":to", AttributeValue.fromS(ReferralKeys.time(to)))))
        .items()
        .stream()
        .map(item -> credit(merchant, Item.of(item)));
  }

  private static Item at(OrderKey order) {
    return Item.at(order.merchantId().value() + "#O#" + order.text(), ReferralKeys.CREDIT);
  }

  private static Item item(Credit credit) {
    Item item =
        at(credit.order())
            .text("order", credit.order().text())
            .number("total", credit.total().getAmountMinorLong())
            .text("currency", credit.total().getCurrencyUnit().getCode())
            .time("placedAt", credit.placedAt())
            .number("revision", credit.revision())
            .text(
                "says",
                JsonWriter.text(w -> CreditJson.write(w, credit.attribution(), credit.counts())));
    YearMonth month = CreditMonths.placed(credit);
    return item.text("creditPk", credit.order().merchantId().value() + "#" + month)
        .text("creditSk", ReferralKeys.time(credit.placedAt()) + "#" + credit.order().text());
  }

  private static Credit credit(MerchantId merchant, Item item) {
    JsonObject says = Json.readOwn(item.text("says"));
    return new Credit(
        OrderKey.read(merchant, item.text("order")),
        Money.ofMinor(CurrencyUnit.of(item.text("currency")), item.number("total")),
        item.time("placedAt"),
        CreditJson.attribution(says),
        CreditJson.counts(says),
        item.number("revision"));
  }
}
