package dev.parley.domain.outbound;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.id.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that agents sent, as what the reports count them by. */
public interface SentFacts {
  /** Returns what the platform has taken of the conversation's messages of these days, by id. */
  List<SentFact> of(MerchantId merchant, ConversationId conversation, LocalDate from, LocalDate to);

  /**
   * A message that the platform has taken.
   *
   * @param sentAt when the platform took it
   * @param day when the agent said it, in the merchant's zone
   * @param storeId the store that it counts for, if any
   * @param referralId the referral whose links it carries, if any
   */
  record SentFact(
      MessageId messageId,
      Instant sentAt,
      LocalDate day,
      AgentId agentId,
      @Nullable StoreId storeId,
      @Nullable ReferralId referralId) {}
}
