package dev.parley.aws.admin;

import dev.parley.aws.item.Item;
import dev.parley.domain.merchant.ApiKey;
import dev.parley.domain.merchant.ApiKeys;
import dev.parley.domain.merchant.Caller;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** API keys in the merchants' table, each found by one strongly consistent read. */
final class DynamoApiKeys implements ApiKeys {
  private final DynamoDbClient dynamo;
  private final String table;
  private final InstantSource clock;

  DynamoApiKeys(DynamoDbClient dynamo, String table, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Optional<Caller> find(String key) {
    if (!ApiKey.looksLikeOne(key)) {
      return Optional.empty();
    }
    Item at = MerchantItems.keyAt(ApiKey.hashOf(key));
    var found = dynamo.getItem(get -> get.tableName(table).key(at.key()).consistentRead(true));
    return Optional.of(Item.of(found.item())).filter(this::opens).map(MerchantItems::caller);
  }

  private boolean opens(Item item) {
    return item.has("keyId")
        && item.flag("active")
        && !MerchantItems.key(item).isExpired(clock.instant());
  }
}
