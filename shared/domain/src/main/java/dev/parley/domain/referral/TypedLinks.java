package dev.parley.domain.referral;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.id.Ids;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.outbound.Limits;
import dev.parley.domain.report.Count;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes tracked links of the product addresses that an agent typed into a text. */
public interface TypedLinks {
  /**
   * Returns the text with each address of a product of the merchant replaced; other text stays as
   * it is. When the text would become too long, no link of it is kept.
   *
   * @param limits what the channel takes
   */
  Tracked track(
      Caller caller,
      Conversation conversation,
      String text,
      Limits limits,
      MessageId message,
      Ids ids);

  /**
   * A text whose product addresses are tracked links.
   *
   * @param referralId {@code null} when the text had no product address
   * @param counts what the reports count once the text is sent, the message itself included
   */
  record Tracked(String text, @Nullable ReferralId referralId, List<Count> counts) {
    public Tracked {
      counts = List.copyOf(counts);
    }
  }
}
