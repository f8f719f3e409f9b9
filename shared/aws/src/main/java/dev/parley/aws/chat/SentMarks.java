package dev.parley.aws.chat;

import dev.parley.aws.item.Change;
import dev.parley.aws.referral.Cells;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.report.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Marks messages sent: what a message counts goes to the report in the same transaction. */
final class SentMarks {
  private static final String NOT_FINAL =
      "attribute_not_exists(#status) OR NOT #status IN (:sent, :delivered, :read)";
  private static final int MOST_TRIES = 10;
  private static final String REFUSED = "ConditionalCheckFailed";

  private final DynamoDbClient dynamo;
  private final ChatTables tables;
  private final String figures;

  SentMarks(DynamoDbClient dynamo, ChatTables tables, String figures) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.figures = figures;
  }

  /**
   * Makes the change and marks the message sent, unless it is.
   *
   * @return whether it was this call that marked it
   */
  boolean mark(
      MerchantId merchant, Map<String, AttributeValue> key, Change change, List<Count> counts) {
    change
        .set(MessageItems.STATUS, Status.SENT.wireName())
        .remove(MessageItems.FAILURE)
        .remove(MessageItems.COUNTS);
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(
        TransactWriteItem.builder()
            .update(notFinal(change).update(tables.messages(), key))
            .build());
    writes.addAll(Cells.updates(figures, merchant, counts));
    return written(writes);
  }

  /** Another transaction on the same cells lets this one fail for a moment. */
  private boolean written(List<TransactWriteItem> writes) {
    TransactionCanceledException last = null;
    for (int i = 0; i < MOST_TRIES; i++) {
      try {
        dynamo.transactWriteItems(r -> r.transactItems(writes));
        return true;
      } catch (TransactionCanceledException e) {
        if (REFUSED.equals(e.cancellationReasons().getFirst().code())) {
          return false;
        }
        last = e;
      }
    }
    throw new TransientFault("Other transactions were in the way", last);
  }

  /** Makes the change only while the platform hasn't taken the message. */
  static Change notFinal(Change change) {
    return change
        .when(NOT_FINAL)
        .name(MessageItems.STATUS)
        .value("sent", Status.SENT.wireName())
        .value("delivered", Status.DELIVERED.wireName())
        .value("read", Status.READ.wireName());
  }
}
