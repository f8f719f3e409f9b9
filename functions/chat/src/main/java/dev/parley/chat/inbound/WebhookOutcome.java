package dev.parley.chat.inbound;

/** What becomes of a call of a platform's webhook. */
public sealed interface WebhookOutcome {
  /** All events are safe. */
  record Queued(int count) implements WebhookOutcome {}

  /** The signature is missing or doesn't fit; nothing is kept. */
  record BadSignature() implements WebhookOutcome {}

  /** No channel of the platform has the id. */
  record UnknownChannel() implements WebhookOutcome {}

  /** It is signed, but not a list of events. */
  record NoEvents(String detail) implements WebhookOutcome {}

  /** An event is larger than the queue carries; none of the call's events is kept. */
  record TooLarge(int position, int bytes) implements WebhookOutcome {}
}
