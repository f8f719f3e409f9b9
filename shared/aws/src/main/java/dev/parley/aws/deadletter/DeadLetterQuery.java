package dev.parley.aws.deadletter;

import dev.parley.domain.deadletter.DeadLetters.Filter;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** A filter of the dead letters as a query over their index, the newest first. */
final class DeadLetterQuery {
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final String table;
  private final int limit;

  DeadLetterQuery(String table, MerchantId merchant, Filter filter, int limit, Instant now) {
    this.table = table;
    names.put("#pk", DeadLetterKeys.LIST_PK);
    values.put(":pk", AttributeValue.fromS(merchant.value()));
    names.put("#expiresAt", DeadLetterItems.EXPIRES_AT);
    values.put(":now", AttributeValue.fromN(Long.toString(now.getEpochSecond())));
    conditions.add("(attribute_not_exists(#expiresAt) OR #expiresAt > :now)");
    if (filter.status() != null) {
      equal(DeadLetterItems.STATUS, filter.status().wireName());
    }
    if (filter.kind() != null) {
      equal(DeadLetterItems.KIND, filter.kind().wireName());
    }
    this.limit = conditions.size() == 1 ? limit : Math.max(limit, 100);
  }

  private void equal(String name, String value) {
    names.put("#" + name, name);
    values.put(":" + name, AttributeValue.fromS(value));
    conditions.add("#" + name + " = :" + name);
  }

  /**
   * @param start the key after which to begin; empty for the newest letter
   */
  QueryRequest from(Map<String, AttributeValue> start) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(DeadLetterKeys.BY_TIME)
            .keyConditionExpression("#pk = :pk")
            .filterExpression(String.join(" AND ", conditions))
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .scanIndexForward(false)
            .limit(limit);
    return (start.isEmpty() ? query : query.exclusiveStartKey(start)).build();
  }
}
