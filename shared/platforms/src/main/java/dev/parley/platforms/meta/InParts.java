package dev.parley.platforms.meta;

import dev.parley.domain.outbound.SendOutcome;
import java.util.function.IntFunction;

/**
 * Sends a message that takes several calls. Once a part is out, nothing may be sent again: a later
 * part that isn't taken ends it.
 */
public final class InParts {
  private static final int TRIES = 3;

  private InParts() {}

  /**
   * Returns what became of the last part, or of the first that wasn't taken.
   *
   * @param call sends the part at a position
   */
  public static SendOutcome send(int parts, IntFunction<SendOutcome> call) {
    SendOutcome last = new SendOutcome.Rejected("There is nothing to send");
    for (int i = 0; i < parts; i++) {
      last = i == 0 ? call.apply(i) : again(i, call);
      if (!(last instanceof SendOutcome.Accepted)) {
        return i == 0 ? last : partly(last);
      }
    }
    return last;
  }

  /** A part that wasn't taken may be tried again at once. */
  private static SendOutcome again(int part, IntFunction<SendOutcome> call) {
    SendOutcome outcome = call.apply(part);
    for (int i = 1; i < TRIES && outcome instanceof SendOutcome.NotNow; i++) {
      outcome = call.apply(part);
    }
    return outcome;
  }

  private static SendOutcome partly(SendOutcome outcome) {
    String beginning = "The words before the cards were sent, the cards were not: ";
    return switch (outcome) {
      case SendOutcome.NotNow busy -> new SendOutcome.Rejected(beginning + busy.reason());
      case SendOutcome.CredentialsRejected refused ->
          new SendOutcome.Rejected(beginning + refused.reason());
      case SendOutcome.Rejected refused -> new SendOutcome.Rejected(beginning + refused.reason());
      case SendOutcome.WindowClosed closed ->
          new SendOutcome.WindowClosed(beginning + closed.reason());
      default -> outcome;
    };
  }
}
