package dev.parley.referral.reports;

import dev.parley.domain.attribution.Credit;
import dev.parley.domain.attribution.Judgement;
import dev.parley.domain.attribution.Judgement.Verdict;
import dev.parley.domain.attribution.MatchedBy;
import dev.parley.domain.attribution.Touch;
import dev.parley.domain.id.StoreId;
import dev.parley.json.JsonWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one agent's link is for one order: it led to it, or assisted.
 *
 * @param index of the link among those of the order
 */
record CreditedOrder(Credit credit, Judgement link, int index) {
  static final List<String> COLUMNS =
      List.of(
          "orderId",
          "source",
          "currency",
          "total",
          "placedAt",
          "linkSentAt",
          "linkClickedAt",
          "minutesToPurchase",
          "agentId",
          "agentCode",
          "storeCode",
          "role",
          "token",
          "linkKind",
          "matchedBy",
          "windowStartsAt",
          "windowDays");

  private static final BigDecimal MINUTE = BigDecimal.valueOf(Duration.ofMinutes(1).toMillis());

  /** Returns one for each agent who has a part in the order, the leading one first. */
  static Stream<CreditedOrder> of(Credit credit) {
    List<Judgement> links = credit.attribution().links();
    return IntStream.range(0, links.size())
        .mapToObj(i -> new CreditedOrder(credit, links.get(i), i))
        .filter(order -> order.link.verdict().isCredit());
  }

  Touch touch() {
    return link.touch();
  }

  Position position() {
    return new Position(credit.placedAt(), credit.order().text(), index);
  }

  void write(JsonWriter w) {
    Touch touch = touch();
    order(w, credit);
    w.time("linkSentAt", touch.sentAt())
        .time("linkClickedAt", touch.clickedAt())
        .field("minutesToPurchase", minutesToPurchase())
        .field("agentId", touch.author().agentId().value())
        .field("agentCode", touch.author().code())
        .field("storeCode", storeCode())
        .field("role", role())
        .object(
            "evidence",
            evidence ->
                evidence
                    .field("token", touch.token())
                    .field("linkKind", linkKind())
                    .field("matchedBy", matchedBy())
                    .object("window", window -> window(window, touch)));
  }

  static void order(JsonWriter w, Credit credit) {
    w.field("orderId", credit.order().orderId())
        .field("source", credit.order().source())
        .field("currency", credit.total().getCurrencyUnit().getCode())
        .field("total", credit.total().getAmount().toPlainString())
        .time("placedAt", credit.placedAt());
  }

  static void window(JsonWriter w, Touch touch) {
    Instant start = touch.start();
    w.field("startsAt", touch.terms().startsAt().wireName())
        .field("lifetimeDays", touch.terms().lifetimeDays())
        .field("model", touch.terms().model().wireName())
        .time("from", start)
        .time("to", start == null ? null : start.plus(touch.terms().lifetime()));
  }

  /** Returns the cells of {@link #COLUMNS}. */
  List<@Nullable Object> row() {
    Touch touch = touch();
    return Arrays.asList(
        credit.order().orderId(),
        credit.order().source(),
        credit.total().getCurrencyUnit().getCode(),
        credit.total(),
        credit.placedAt(),
        touch.sentAt(),
        touch.clickedAt(),
        minutesToPurchase(),
        touch.author().agentId().value(),
        touch.author().code(),
        storeCode(),
        role(),
        touch.token(),
        linkKind(),
        matchedBy(),
        touch.terms().startsAt().wireName(),
        touch.terms().lifetimeDays());
  }

  private String role() {
    return link.verdict() == Verdict.LED ? "led" : "assisted";
  }

  private String linkKind() {
    return touch().kind().wireName();
  }

  private @Nullable String matchedBy() {
    MatchedBy matched = credit.attribution().matchedBy();
    return matched == null ? null : matched.wireName();
  }

  /** Returns the store's id: stores have no codes of their own yet. */
  private @Nullable String storeCode() {
    StoreId store = touch().author().storeId();
    return store == null ? null : store.value();
  }

  /**
   * Returns the time from the click to the order, or {@code null} when no click counted; nothing
   * when an order told in whole seconds is in the second of the click.
   */
  private @Nullable BigDecimal minutesToPurchase() {
    Instant clicked = touch().clickedAt();
    return clicked == null
        ? null
        : BigDecimal.valueOf(Math.max(0, Duration.between(clicked, credit.placedAt()).toMillis()))
            .divide(MINUTE, 2, RoundingMode.HALF_UP);
  }
}
