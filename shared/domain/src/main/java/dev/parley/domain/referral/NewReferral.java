package dev.parley.domain.referral;

import dev.parley.domain.catalog.Product;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.id.Ids;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.report.CellKey.LinkKind;
import java.util.List;
import java.util.Map;

/** Makes referrals under the merchant's terms, and the addresses of their links. */
public final class NewReferral {
  private final AttributionSettings settings;
  private final String publicBaseUrl;

  /**
   * @param publicBaseUrl what links begin with, without a slash at the end
   */
  public NewReferral(AttributionSettings settings, String publicBaseUrl) {
    this.settings = settings;
    this.publicBaseUrl =
        publicBaseUrl.endsWith("/")
            ? publicBaseUrl.substring(0, publicBaseUrl.length() - 1)
            : publicBaseUrl;
  }

  /** Returns a referral of the products in the caller's message; nothing is stored. */
  public Referral of(
      Caller caller,
      Conversation conversation,
      LinkKind kind,
      List<Product> products,
      MessageId message,
      Ids ids) {
    byte[] secret = ids.secret();
    return new Referral(
        Referral.idOf(ids.startedAt(), secret),
        caller.merchantId(),
        Referral.text(secret),
        author(caller.agent()),
        place(conversation),
        kind,
        products.stream().map(p -> new ReferredProduct(p.id(), p.url())).toList(),
        message,
        ids.startedAt(),
        caller.merchant().timeZone(),
        settings.terms(caller.merchantId()),
        Map.of());
  }

  /** Returns the address of the referral's link at the position. */
  public String url(Referral referral, int position) {
    return publicBaseUrl + "/r/" + referral.token(position).value();
  }

  private static Referral.Author author(Agent agent) {
    return new Referral.Author(agent.id(), agent.name(), agent.code(), agent.homeStore());
  }

  private static Referral.Place place(Conversation conversation) {
    return new Referral.Place(
        conversation.id(),
        conversation.contact().id(),
        conversation.channelId(),
        conversation.channelType());
  }
}
