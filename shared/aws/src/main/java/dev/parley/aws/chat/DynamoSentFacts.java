package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.conversation.Message.Direction;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.outbound.SentFacts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Sent messages in the messages' table: an id begins with the time at which its message was said.
 */
final class DynamoSentFacts implements SentFacts {
  private static final String ID = "msg_";
  private static final String TAKEN =
      "direction = :outbound AND #status IN (:sent, :delivered, :read)"
          + " AND countedOn BETWEEN :first AND :last";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoSentFacts(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public List<SentFact> of(
      MerchantId merchant, ConversationId conversation, LocalDate from, LocalDate to) {
    Map<String, AttributeValue> values =
        Item.empty()
            .text(":pk", ChatKeys.messages(merchant, conversation))
            .text(":from", idOn(from.minusDays(1)))
            .text(":to", idOn(to.plusDays(2)))
            .text(":outbound", Direction.OUTBOUND.wireName())
            .text(":sent", Status.SENT.wireName())
            .text(":delivered", Status.DELIVERED.wireName())
            .text(":read", Status.READ.wireName())
            .text(":first", from.toString())
            .text(":last", to.toString())
            .attributes();
    List<SentFact> facts = new ArrayList<>();
    dynamo
        .queryPaginator(
            q ->
                q.tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                    .filterExpression(TAKEN)
                    .expressionAttributeNames(Map.of("#status", MessageItems.STATUS))
                    .expressionAttributeValues(values))
        .items()
        .forEach(item -> facts.add(fact(Item.of(item))));
    return facts;
  }

  /** Days differ from those of UTC by less than a day. */
  private static String idOn(LocalDate day) {
    return ID + Ulids.time(day.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private static SentFact fact(Item item) {
    @Nullable String store = item.optionalText(MessageItems.STORE_ID);
    @Nullable String referral = item.optionalText(MessageItems.REFERRAL_ID);
    return new SentFact(
        new MessageId(item.text("sk")),
        item.time(MessageItems.SENT_AT),
        LocalDate.parse(item.text(MessageItems.COUNTED_ON)),
        new AgentId(item.text(MessageItems.AGENT_ID)),
        store == null ? null : new StoreId(store),
        referral == null ? null : new ReferralId(referral));
  }
}
