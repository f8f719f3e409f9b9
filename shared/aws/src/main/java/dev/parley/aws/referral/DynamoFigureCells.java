package dev.parley.aws.referral;

import dev.parley.aws.item.Item;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.FigureCells;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The cells of the reports in DynamoDB, one item each. */
final class DynamoFigureCells implements FigureCells {
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoFigureCells(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public List<Count> sales(MerchantId merchant, LocalDate from, LocalDate to) {
    return cells(merchant, CellKeys.SALES, from, to);
  }

  @Override
  public List<Count> products(MerchantId merchant, LocalDate from, LocalDate to) {
    return cells(merchant, CellKeys.PRODUCTS, from, to);
  }

  @Override
  public List<Count> allOrders(MerchantId merchant, LocalDate from, LocalDate to) {
    return cells(merchant, CellKeys.ALL, from, to);
  }

  private List<Count> cells(MerchantId merchant, String kind, LocalDate from, LocalDate to) {
    List<Count> cells = new ArrayList<>();
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(YearMonth.from(to));
        month = month.plusMonths(1)) {
      Map<String, AttributeValue> range =
          Map.of(
              ":pk", AttributeValue.fromS(CellKeys.pk(merchant, month)),
              ":from", AttributeValue.fromS(kind + from),
              ":to", AttributeValue.fromS(kind + to + "~"));
      dynamo
          .queryPaginator(
              q ->
                  q.tableName(table)
                      .consistentRead(true)
                      .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                      .expressionAttributeValues(range))
          .items()
          .forEach(
              item ->
                  cells.add(new Count(CellKeys.read(Item.of(item).text("sk")), Cells.read(item))));
    }
    return cells;
  }
}
