package dev.parley.aws.referral;

import dev.parley.aws.item.Item;
import dev.parley.domain.attribution.Customers;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.Order.Identity;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Contacts' orders and marks in DynamoDB, one small item each, written once. */
final class DynamoCustomers implements Customers {
  private static final String CONTACT = "C#";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoCustomers(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void noteOrder(ContactId contact, Order order) {
    String pk = ReferralKeys.contact(order.key().merchantId(), contact);
    String time = ReferralKeys.time(order.placedBy());
    once(pk, ReferralKeys.ORDER + time + "#" + order.key().text());
  }

  @Override
  public List<OrderKey> ordersFrom(MerchantId merchant, ContactId contact, Instant from) {
    Set<OrderKey> orders = new LinkedHashSet<>();
    String first = ReferralKeys.ORDER + ReferralKeys.time(from);
    keys(ReferralKeys.contact(merchant, contact), first, ReferralKeys.ORDER + "~")
        .map(key -> key.substring(first.length() + 1))
        .forEach(text -> orders.add(OrderKey.read(merchant, text)));
    return List.copyOf(orders);
  }

  @Override
  public void learn(MerchantId merchant, Identity identity, ContactId contact) {
    once(ReferralKeys.identity(merchant, identity.text()), CONTACT + contact.value());
  }

  @Override
  public Set<ContactId> contacts(MerchantId merchant, Identity identity) {
    Set<String> contacts = new TreeSet<>();
    keys(ReferralKeys.identity(merchant, identity.text()), CONTACT, CONTACT + "~")
        .forEach(key -> contacts.add(key.substring(CONTACT.length())));
    Set<ContactId> ids = new LinkedHashSet<>();
    contacts.forEach(contact -> ids.add(new ContactId(contact)));
    return ids;
  }

  @Override
  public void noteOrder(Identity identity, Order order) {
    once(
        ReferralKeys.identity(order.key().merchantId(), identity.text()),
        ReferralKeys.ORDER + order.key().text());
  }

  @Override
  public List<OrderKey> orders(MerchantId merchant, Identity identity) {
    String pk = ReferralKeys.identity(merchant, identity.text());
    return keys(pk, ReferralKeys.ORDER, ReferralKeys.ORDER + "\uffff")
        .map(key -> OrderKey.read(merchant, key.substring(ReferralKeys.ORDER.length())))
        .toList();
  }

  /** A read costs a fifth of a write: what is noted already is not written again. */
  private void once(String pk, String sk) {
    Item item = Item.at(pk, sk);
    var found = dynamo.getItem(r -> r.tableName(table).key(item.attributes()).consistentRead(true));
    if (!found.hasItem()) {
      dynamo.putItem(p -> p.tableName(table).item(item.attributes()));
    }
  }

  private Stream<String> keys(String pk, String from, String to) {
    return dynamo
        .queryPaginator(
            q ->
                q.tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(pk),
                            ":from", AttributeValue.fromS(from),
                            ":to", AttributeValue.fromS(to))))
        .items()
        .stream()
        .map(item -> Item.of(item).text("sk"));
  }
}
