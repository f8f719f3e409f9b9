package dev.parley.aws.referral;

import dev.parley.aws.item.Item;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.report.MessagePriceSettings;
import dev.parley.domain.report.MessagePrices;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The prices of messages in DynamoDB. */
final class DynamoMessagePrices implements MessagePriceSettings {
  private static final String NAME = "messagePrices";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoMessagePrices(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public MessagePrices prices(MerchantId merchant) {
    return DynamoAttributionSettings.read(dynamo, table, merchant, NAME)
        .map(DynamoMessagePrices::read)
        .orElse(MessagePrices.DEFAULT);
  }

  private static MessagePrices read(Item item) {
    Item prices = item.map("perMessage");
    Map<String, BigDecimal> perMessage = new HashMap<>();
    prices
        .attributes()
        .keySet()
        .forEach(key -> perMessage.put(key, new BigDecimal(prices.text(key))));
    return new MessagePrices(CurrencyUnit.of(item.text("currency")), perMessage);
  }

  @Override
  public void save(MerchantId merchant, MessagePrices prices) {
    Item perMessage = Item.empty();
    prices.perMessage().forEach((key, price) -> perMessage.text(key, price.toPlainString()));
    Item item =
        Item.at(ReferralKeys.settings(merchant), NAME)
            .text("currency", prices.currency().getCode())
            .map("perMessage", perMessage);
    dynamo.putItem(p -> p.tableName(table).item(item.attributes()));
  }
}
