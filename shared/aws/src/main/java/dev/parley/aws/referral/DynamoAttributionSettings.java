package dev.parley.aws.referral;

import dev.parley.aws.item.Item;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.referral.AttributionSettings;
import dev.parley.domain.referral.AttributionTerms;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The terms of attribution in DynamoDB. */
final class DynamoAttributionSettings implements AttributionSettings {
  private static final String NAME = "attribution";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoAttributionSettings(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public AttributionTerms terms(MerchantId merchant) {
    return read(dynamo, table, merchant, NAME)
        .map(ReferralItems::terms)
        .orElse(AttributionTerms.DEFAULT);
  }

  @Override
  public void save(MerchantId merchant, AttributionTerms terms) {
    Item item = Item.at(ReferralKeys.settings(merchant), NAME).with(ReferralItems.terms(terms));
    dynamo.putItem(p -> p.tableName(table).item(item.attributes()));
  }

  static Optional<Item> read(
      DynamoDbClient dynamo, String table, MerchantId merchant, String name) {
    var found =
        dynamo.getItem(
            r ->
                r.tableName(table)
                    .key(Item.at(ReferralKeys.settings(merchant), name).attributes())
                    .consistentRead(true));
    return found.hasItem() ? Optional.of(Item.of(found.item())) : Optional.empty();
  }
}
