package dev.parley.domain.inbound;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where events become messages of conversations; every step can be done again without effect. */
public interface Arrivals {
  /**
   * Stores the message with its raw event, unless it is there.
   *
   * @return the sequence to go on with: that of the delivery which stored it; empty when the
   *     platform has sent the event before, by another delivery
   */
  Optional<String> store(Arrival arrival);

  /**
   * Moves the conversation's head on, unless this delivery or a later one did; makes it when it is
   * the first.
   */
  Head advance(Arrival arrival);

  /** Keeps that the person was in touch, and by what referral, unless later ones are kept. */
  void noteContact(Arrival arrival);

  /** Keeps an event that belongs to no conversation, under its channel. */
  void keep(Arrival arrival);

  /**
   * Takes the text and attachments of a message away; one that isn't there yet loses them when it
   * comes.
   *
   * @return whether anything was taken away
   */
  boolean withdraw(Arrival arrival, String platformMessageId);

  /**
   * Keeps what the platform told about the person or group, or that it was asked in vain.
   *
   * @param profile {@code null}: in vain
   */
  void keepProfile(Arrival arrival, @Nullable Profile profile, Instant askedAt);

  /**
   * What a head says to those who move it.
   *
   * @param profileAskedAt when the platform was last asked for the profile
   * @param pendingWithdrawals the platform's ids of messages withdrawn before they came
   */
  record Head(
      @Nullable String displayName,
      @Nullable Instant profileAskedAt,
      Set<String> pendingWithdrawals) {}
}
