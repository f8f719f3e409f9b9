package dev.parley.aws.referral;

import dev.parley.aws.item.Item;
import dev.parley.domain.fault.TransientFault;
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
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Referrals in DynamoDB, one item each. */
final class DynamoReferrals implements Referrals {
  private static final int MOST_KEYS = 100;
  private static final int TRIES = 8;

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
    List<ReferralId> distinct = ids.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += MOST_KEYS) {
      for (Item item : batch(distinct.subList(from, Math.min(distinct.size(), from + MOST_KEYS)))) {
        Referral referral = ReferralItems.referral(item);
        if (referral.merchantId().equals(merchant)) {
          found.put(referral.id(), referral);
        }
      }
    }
    return found;
  }

  private List<Item> batch(List<ReferralId> ids) {
    KeysAndAttributes wanted =
        KeysAndAttributes.builder()
            .consistentRead(true)
            .keys(
                ids.stream()
                    .map(id -> Item.at(ReferralKeys.pk(id), ReferralKeys.REFERRAL).attributes())
                    .distinct()
                    .toList())
            .build();
    Map<String, KeysAndAttributes> left = Map.of(table, wanted);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
      Map<String, KeysAndAttributes> request = left;
      BatchGetItemResponse found = dynamo.batchGetItem(r -> r.requestItems(request));
      found.responses().getOrDefault(table, List.of()).forEach(item -> items.add(Item.of(item)));
      left = found.unprocessedKeys();
    }
    if (!left.isEmpty()) {
      throw new TransientFault("DynamoDB left referrals unread");
    }
    return items;
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
