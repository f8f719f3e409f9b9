package dev.parley.domain.deadletter;

/** Puts what was given up into its queue again. */
public interface Redelivery {
  /**
   * Sends the message as it was; twice for the same letter within minutes is once where the queue
   * can tell.
   */
  void send(DeadLetter letter, DeadLetters.Original original);
}
