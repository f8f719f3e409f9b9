package dev.parley.referral.cards;

import dev.parley.domain.referral.Referral;
import dev.parley.json.JsonWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Referrals in the JSON that agents' tools read. */
public final class ReferralJson {
  private ReferralJson() {}

  /**
   * @param url the address of the link at a position
   */
  public static Consumer<JsonWriter> of(Referral referral, IntFunction<String> url) {
    List<Integer> positions = IntStream.range(0, referral.products().size()).boxed().toList();
    return w ->
        w.field("id", referral.id().value())
            .field("conversationId", referral.place().conversationId().value())
            .field("agentId", referral.author().agentId().value())
            .texts("messageIds", List.of(referral.messageId().value()))
            .objects(
                "links",
                positions,
                (link, i) ->
                    link.field("productId", referral.products().get(i).id().value())
                        .field("url", url.apply(i)))
            .time("sentAt", referral.sentAt());
  }
}
