package dev.parley.domain.deadletter;

import dev.parley.domain.id.DeadLetterId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dead letters of all merchants, each kept until some time after it was settled. */
public interface DeadLetters {
  /**
   * Keeps the letter, unless it is kept.
   *
   * @return whether it was this call that kept it
   */
  boolean keep(DeadLetter letter, Original original);

  /** Returns the merchant's letters that the filter lets through, the newest first. */
  Page<DeadLetter> list(MerchantId merchant, Filter filter, PageRequest page);

  Optional<Kept> find(MerchantId merchant, DeadLetterId id);

  /**
   * Settles an open letter. That a letter was retried counts more than that it was discarded: its
   * message is on its way.
   *
   * @return whether it was this call that settled it
   */
  boolean settle(MerchantId merchant, DeadLetterId id, DeadLetter.Settlement settlement);

  /** A letter with what was given up. */
  record Kept(DeadLetter letter, Original original) {}

  /**
   * A message as its queue had it.
   *
   * @param body untouched
   * @param group the FIFO group; empty in a standard queue
   */
  record Original(String body, String group) {
    @Override
    public String toString() {
      return "Original[…]";
    }
  }

  /** Which letters are asked for; {@code null} leaves a thing open. */
  record Filter(DeadLetter.@Nullable Status status, DeadLetter.@Nullable Kind kind) {
    public static final Filter ALL = new Filter(null, null);
  }
}
