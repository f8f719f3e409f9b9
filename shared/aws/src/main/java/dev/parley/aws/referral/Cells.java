package dev.parley.aws.referral;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Counts as the writes that add them to their cells, to stand in one transaction with the facts.
 */
public final class Cells {
  private Cells() {}

  /**
   * Returns one write for each cell that changes, with all that is added to it.
   *
   * @param figuresTable the table's name
   */
  public static List<TransactWriteItem> updates(
      String figuresTable, MerchantId merchant, List<Count> counts) {
    List<TransactWriteItem> writes = new ArrayList<>();
    Count.sum(counts)
        .forEach(
            (cell, figures) -> {
              if (!figures.isZero()) {
                writes.add(write(figuresTable, merchant, cell, figures));
              }
            });
    return writes;
  }

  private static TransactWriteItem write(
      String table, MerchantId merchant, CellKey cell, Figures figures) {
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    List<String> adds = new ArrayList<>();
    figures
        .amounts()
        .forEach(
            (figure, amount) -> {
              names.put("#" + figure, figure.name());
              values.put(":" + figure, AttributeValue.fromN(amount.toString()));
              adds.add("#" + figure + " :" + figure);
            });
    Update update =
        Update.builder()
            .tableName(table)
            .key(key(merchant, cell))
            .updateExpression("ADD " + String.join(", ", adds))
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  private static Map<String, AttributeValue> key(MerchantId merchant, CellKey cell) {
    return Map.of(
        "pk", AttributeValue.fromS(CellKeys.pk(merchant, cell.day())),
        "sk", AttributeValue.fromS(CellKeys.sk(cell)));
  }

  static Figures read(Map<String, AttributeValue> item) {
    Map<Figure, Long> amounts = new LinkedHashMap<>();
    for (Figure figure : Figure.values()) {
      AttributeValue value = item.get(figure.name());
      if (value != null) {
        amounts.put(figure, Long.valueOf(value.n()));
      }
    }
    return new Figures(amounts);
  }
}
