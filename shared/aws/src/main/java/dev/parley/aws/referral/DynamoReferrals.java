package dev.parley.aws.referral;

import dev.parley.aws.item.BatchRead;
import dev.parley.aws.item.Item;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.referral.LinkToken;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.Referrals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Referrals in DynamoDB, one item each. */
final class DynamoReferrals implements Referrals {
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoReferrals(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void add(Referral referral) {
    // The same id has the same content but for revocations, which must not be lost.
    Writes.ifAbsent(dynamo, table, ReferralItems.item(referral));
  }

  /** One read of half the price; what it misses may have been written a moment ago. */
  @Override
  public Optional<Referral> find(LinkToken token) {
    String pk = ReferralKeys.pk(token);
    return read(pk, false).or(() -> read(pk, true)).filter(referral -> referral.holds(token));
  }

  @Override
  public Optional<Referral> find(MerchantId merchant, ReferralId id) {
    return read(ReferralKeys.pk(id), true)
        .filter(referral -> referral.id().equals(id) && referral.merchantId().equals(merchant));
  }

  private Optional<Referral> read(String pk, boolean consistent) {
    var found =
        dynamo.getItem(
            r ->
                r.tableName(table)
                    .key(Item.at(pk, ReferralKeys.REFERRAL).attributes())
                    .consistentRead(consistent));
    return found.hasItem()
        ? Optional.of(ReferralItems.referral(Item.of(found.item())))
        : Optional.empty();
  }

  @Override
  public Map<ReferralId, Referral> findAll(MerchantId merchant, Collection<ReferralId> ids) {
    Map<ReferralId, Referral> found = new HashMap<>();
    for (Item item : BatchRead.consistent(dynamo, table).items(keys(ids))) {
      Referral referral = ReferralItems.referral(item);
      if (referral.merchantId().equals(merchant)) {
        found.put(referral.id(), referral);
      }
    }
    return found;
  }

  private static List<Map<String, AttributeValue>> keys(Collection<ReferralId> ids) {
    return ids.stream()
        .map(id -> Item.at(ReferralKeys.pk(id), ReferralKeys.REFERRAL).attributes())
        .toList();
  }

  @Override
  public List<ReferralId> sentTo(MerchantId merchant, ContactId contact, Instant from, Instant to) {
    List<ReferralId> ids = new ArrayList<>();
    dynamo
        .queryPaginator(
            q ->
                q.tableName(table)
                    .indexName(ReferralKeys.BY_CONTACT)
                    .keyConditionExpression("contactPk = :pk AND contactSk BETWEEN :from AND :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", text(ReferralKeys.contact(merchant, contact)),
                            ":from", text(ReferralKeys.time(from)),
                            ":to", text(ReferralKeys.time(to) + "#~"))))
        .items()
        .forEach(item -> ids.add(ReferralItems.idInIndex(Item.of(item))));
    return ids;
  }

  @Override
  public void revoke(Referral referral, int position, Instant at) {
    dynamo.updateItem(
        u ->
            u.tableName(table)
                .key(Item.at(ReferralKeys.pk(referral.id()), ReferralKeys.REFERRAL).attributes())
                .updateExpression("SET #revoked = if_not_exists(#revoked, :at)")
                .expressionAttributeNames(Map.of("#revoked", ReferralItems.REVOKED + position))
                .expressionAttributeValues(
                    Map.of(":at", AttributeValue.fromN(String.valueOf(at.toEpochMilli())))));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
