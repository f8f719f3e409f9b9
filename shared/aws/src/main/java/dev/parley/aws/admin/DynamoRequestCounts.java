package dev.parley.aws.admin;

import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.aws.request.RequestCounts;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Counts in the table of requests: {@code pk = whose#RATE, sk = when the window began}. */
final class DynamoRequestCounts implements RequestCounts {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final String REQUESTS = "requests";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoRequestCounts(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public long add(String whose, Instant window, int requests) {
    var counted =
        new Change()
            .set("expiresAt", window.plus(KEPT).getEpochSecond())
            .add(REQUESTS, requests)
            .request(table, Item.at(whose + "#RATE", window.toString()).attributes())
            .returnValues(ReturnValue.UPDATED_NEW)
            .build();
    return Item.of(dynamo.updateItem(counted).attributes()).number(REQUESTS);
  }
}
