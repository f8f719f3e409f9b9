package dev.parley.aws.referral;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Why a transaction did not happen. */
final class Cancellations {
  private static final String CONDITION = "ConditionalCheckFailed";
  private static final List<String> RACES =
      List.of(CONDITION, "TransactionConflict", "ThrottlingError", "None");

  private Cancellations() {}

  /** Returns whether the write at the position was refused by its condition. */
  static boolean refused(TransactionCanceledException e, int position) {
    return e.hasCancellationReasons()
        && position < e.cancellationReasons().size()
        && CONDITION.equals(e.cancellationReasons().get(position).code());
  }

  /** Throws the fault on unless something else at the same time explains it. */
  static void onlyRaces(TransactionCanceledException e) {
    for (CancellationReason reason : e.cancellationReasons()) {
      if (!RACES.contains(String.valueOf(reason.code()))) {
        throw e;
      }
    }
  }
}
