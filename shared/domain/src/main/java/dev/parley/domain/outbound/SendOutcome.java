package dev.parley.domain.outbound;

import org.jspecify.annotations.Nullable;

/** What a platform made of a message that was handed to it. */
public sealed interface SendOutcome {
  /**
   * The platform took it, now or at an earlier try.
   *
   * @param platformMessageId the platform's id of the (last) message, when it told one
   */
  record Accepted(@Nullable String platformMessageId) implements SendOutcome {}

  /** The reply token is used up or too old. */
  record InvalidReplyToken() implements SendOutcome {}

  /**
   * The platform refuses the message for good.
   *
   * @param reason in the platform's words
   */
  record Rejected(String reason) implements SendOutcome {}

  /** The platform refuses the channel's credentials. */
  record CredentialsRejected(String reason) implements SendOutcome {}

  /**
   * The person can't be answered freely any more.
   *
   * @param reason in the platform's words
   */
  record WindowClosed(String reason) implements SendOutcome {}

  /** The account has used up what it may send this month. */
  record MonthlyLimit(String reason) implements SendOutcome {}

  /** The platform did not take it now; it may at another try. */
  record NotNow(String reason) implements SendOutcome {}

  /** Nobody knows whether the platform took it: it broke or was silent. */
  record OutcomeUnknown(String reason) implements SendOutcome {}
}
