package dev.parley.referral.reports;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.attribution.Attribution;
import dev.parley.domain.attribution.Credit;
import dev.parley.domain.attribution.Credits;
import dev.parley.domain.attribution.Judgement;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.attribution.Orders;
import dev.parley.domain.attribution.Touch;
import dev.parley.domain.merchant.Caller;
import dev.parley.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/** Says why an order was credited, or was not; each viewer sees the links of the own scope. */
public final class ExplainOrder {
  private final Credits credits;
  private final Orders orders;

  ExplainOrder(Credits credits, Orders orders) {
    this.credits = credits;
    this.orders = orders;
  }

  public HttpReply why(Caller caller, HttpCall call) {
    call.noQuery();
    OrderKey key =
        new OrderKey(caller.merchantId(), call.parameter("source"), call.parameter("orderId"));
    Scope scope = Scope.of(caller);
    Optional<Credit> credit = credits.find(key);
    if (credit.isEmpty()) {
      return scope.seesAll()
          ? orders.find(key).map(ExplainOrder::pending).orElseGet(HttpReply::notFound)
          : HttpReply.notFound();
    }
    List<Judgement> links =
        credit.get().attribution().links().stream()
            .filter(link -> sees(scope, link.touch()))
            .toList();
    return links.isEmpty() && !scope.seesAll()
        ? HttpReply.notFound()
        : HttpReply.json(200, w -> write(w, credit.get(), links));
  }

  private static boolean sees(Scope scope, Touch touch) {
    return scope.sees(touch.author().agentId(), touch.author().storeId());
  }

  private static HttpReply pending(Order order) {
    Attribution nothing = new Attribution(null, false, List.of());
    Credit credit = new Credit(order.key(), order.total(), order.placedAt(), nothing, List.of(), 0);
    return HttpReply.json(200, w -> write(w, credit, List.of()));
  }

  private static void write(JsonWriter w, Credit credit, List<Judgement> links) {
    Attribution attribution = credit.attribution();
    var matchedBy = attribution.matchedBy();
    CreditedOrder.order(w, credit);
    w.field("outcome", outcome(credit))
        .field("reason", reason(credit))
        .field("matchedBy", matchedBy == null ? null : matchedBy.wireName())
        .field("unknownToken", attribution.unknownToken())
        .objects("links", links, ExplainOrder::link);
  }

  private static String outcome(Credit credit) {
    if (credit.revision() == 0) {
      return "pending";
    }
    return credit.attribution().lead().isPresent() ? "credited" : "notCredited";
  }

  private static String reason(Credit credit) {
    Attribution attribution = credit.attribution();
    if (credit.revision() == 0) {
      return "The order has not been looked at yet.";
    }
    if (attribution.lead().isPresent()) {
      return "A link sent to the customer qualifies.";
    }
    if (attribution.matchedBy() == null) {
      return attribution.unknownToken()
          ? "The order carries a token that was never issued, and nothing else tells who ordered."
          : "Nothing in the order tells which customer of the chats ordered.";
    }
    return attribution.links().isEmpty()
        ? "The customer was sent no link that could count."
        : "None of the links sent to the customer qualifies.";
  }

  private static void link(JsonWriter w, Judgement link) {
    Touch touch = link.touch();
    var store = touch.author().storeId();
    w.field("verdict", link.verdict().wireName())
        .field("explanation", link.verdict().explanation())
        .field("referralId", touch.referralId().value())
        .field("token", touch.token())
        .field("linkKind", touch.kind().wireName())
        .field("productId", touch.productId().value())
        .field("agentId", touch.author().agentId().value())
        .field("agentName", touch.author().name())
        .field("agentCode", touch.author().code())
        .field("storeId", store == null ? null : store.value())
        .field("channelId", touch.channelId().value())
        .field("channelType", touch.channelType().wireName())
        .time("sentAt", touch.sentAt())
        .time("clickedAt", touch.clickedAt())
        .object("window", window -> CreditedOrder.window(window, touch));
  }
}
