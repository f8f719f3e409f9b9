package dev.parley.referral.reports;

import dev.parley.domain.referral.AttributionTerms.Model;
import dev.parley.domain.referral.AttributionTerms.Start;
import dev.parley.referral.reports.Fact.Revoked;
import dev.parley.referral.reports.Fact.Sent;
import dev.parley.referral.reports.Fact.Tapped;
import dev.parley.referral.reports.Fact.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says that reports show, worked out from the facts alone, each time from the
 * beginning. Nothing of the product takes part in it.
 */
final class BruteForce {
  private static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

  private final List<Sent> sent = new ArrayList<>();
  private final List<Tapped> taps = new ArrayList<>();
  private final Map<String, Instant> revoked = new LinkedHashMap<>();
  private final Map<String, Sale> sales = new LinkedHashMap<>();

  /** A link of a message. */
  record Link(Sent message, int position) {
    String token() {
      return message.tokens().get(position);
    }
  }

  /** An amount that was given back on a day. */
  record Refund(Instant at, long amount) {}

  /** An order as it was told last, with all that was given back. */
  record Sale(Told told, List<Refund> refunds) {
    long refunded() {
      return refunds.stream().mapToLong(Refund::amount).sum();
    }
  }

  /**
   * A link's part in an order.
   *
   * @param clickedAt the click that counts
   */
  record Part(Link link, @Nullable Instant clickedAt, boolean led) {
    Instant start() {
      Sent message = link.message();
      Instant clicked = clickedAt;
      return message.terms().startsAt() == Start.SEND || clicked == null ? message.at() : clicked;
    }
  }

  /** Something to be counted: by whom, where, when and what. */
  record Counted(
      String figure, long amount, Sent message, @Nullable String product, LocalDate day) {}

  BruteForce(List<Fact> facts) {
    for (Fact fact : facts) {
      switch (fact) {
        case Sent message -> sent.add(message);
        case Tapped tap -> taps.add(tap);
        case Revoked end -> revoked.putIfAbsent(end.token(), end.at());
        case Told told -> tell(told);
      }
    }
  }

  static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZONE);
  }

  /** The shop always tells the whole order; what it says of refunds adds to what it said before. */
  private void tell(Told told) {
    Sale before = sales.get(told.orderId());
    List<Refund> refunds = before == null ? new ArrayList<>() : new ArrayList<>(before.refunds());
    long known = refunds.stream().mapToLong(Refund::amount).sum();
    boolean cancelled = told.status().equals("cancelled");
    Long said = told.refundedTotal();
    long now =
        cancelled || (said == null && told.status().equals("refunded"))
            ? told.total()
            : said == null ? 0 : said;
    Instant time = cancelled ? told.cancelledAt() : told.refundedAt();
    boolean same = before != null && sayTheSame(before.told(), told);
    if (!same && now != known) {
      refunds.add(new Refund(time == null ? told.at() : time, now - known));
    } else if (!same && time != null && !refunds.isEmpty()) {
      refunds.add(new Refund(time, refunds.removeLast().amount()));
    }
    sales.put(told.orderId(), new Sale(told, refunds));
  }

  private static boolean sayTheSame(Told a, Told b) {
    return a.status().equals(b.status())
        && a.total() == b.total()
        && String.valueOf(a.refundedTotal()).equals(String.valueOf(b.refundedTotal()))
        && String.valueOf(a.refundedAt()).equals(String.valueOf(b.refundedAt()))
        && String.valueOf(a.cancelledAt()).equals(String.valueOf(b.cancelledAt()));
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (Sent message : sent) {
      for (int i = 0; i < message.tokens().size(); i++) {
        links.add(new Link(message, i));
      }
    }
    return links;
  }

  private Optional<Link> link(@Nullable String token) {
    return links().stream().filter(link -> link.token().equals(token)).findFirst();
  }

  /** A person's taps on the link; robots are led on alone. */
  private List<Instant> clicks(Link link) {
    return taps.stream()
        .filter(tap -> tap.person() && tap.token().equals(link.token()))
        .map(Tapped::at)
        .sorted()
        .toList();
  }

  /** Those of the taps at which the link could still earn. */
  private List<Instant> earning(Link link) {
    Instant end = revoked.getOrDefault(link.token(), Instant.MAX);
    Instant over =
        link.message().terms().startsAt() == Start.SEND
            ? link.message().at().plus(lifetime(link))
            : Instant.MAX;
    return clicks(link).stream().filter(at -> at.isBefore(end) && !at.isAfter(over)).toList();
  }

  private static Duration lifetime(Link link) {
    return Duration.ofDays(link.message().terms().lifetimeDays());
  }

  /** All that counts in the range, by agent and channel, and once more by product. */
  List<Counted> counted() {
    List<Counted> all = new ArrayList<>();
    for (Sent message : sent) {
      int links = message.tokens().size();
      count(all, message, day(message.at()), "messages", 1, message.products());
      if (links > 0) {
        count(all, message, day(message.at()), "referralMessages", 1, message.products());
        sum(all, message, day(message.at()), "linksSent", links, message.products());
        openings(all, message);
      }
    }
    for (Sale sale : sales.values()) {
      for (Part part : parts(sale.told())) {
        credit(all, sale, part);
      }
    }
    return all;
  }

  private void openings(List<Counted> all, Sent message) {
    Instant opened = null;
    for (int i = 0; i < message.tokens().size(); i++) {
      Link link = new Link(message, i);
      List<String> product = List.of(message.products().get(i));
      List<Instant> clicks = clicks(link);
      clicks.forEach(at -> count(all, message, day(at), "clicks", 1, product));
      if (!clicks.isEmpty()) {
        Instant first = clicks.getFirst();
        count(all, message, day(first), "uniqueClicks", 1, product);
        all.add(new Counted("openedMessages", 1, message, product.getFirst(), day(first)));
        opened = opened == null || first.isBefore(opened) ? first : opened;
      }
    }
    if (opened != null) {
      all.add(new Counted("openedMessages", 1, message, null, day(opened)));
    }
  }

  private static void credit(List<Counted> all, Sale sale, Part part) {
    Sent message = part.link().message();
    List<String> product = List.of(message.products().get(part.link().position()));
    LocalDate bought = day(sale.told().placedAt());
    if (!part.led()) {
      count(all, message, bought, "assistedOrders", 1, product);
      return;
    }
    count(all, message, bought, "orders", 1, product);
    count(all, message, bought, "revenue", sale.told().total(), product);
    for (Refund refund : sale.refunds()) {
      count(all, message, day(refund.at()), "refunded", refund.amount(), product);
    }
  }

  private static void count(
      List<Counted> all,
      Sent message,
      LocalDate day,
      String figure,
      long amount,
      List<String> products) {
    all.add(new Counted(figure, amount, message, null, day));
    products.forEach(product -> all.add(new Counted(figure, amount, message, product, day)));
  }

  private static void sum(
      List<Counted> all,
      Sent message,
      LocalDate day,
      String figure,
      int amount,
      List<String> products) {
    all.add(new Counted(figure, amount, message, null, day));
    products.forEach(product -> all.add(new Counted(figure, 1, message, product, day)));
  }

  /** The totals of all orders of the days, whoever they are credited to. */
  long knownRevenue(LocalDate from, LocalDate to) {
    return sales.values().stream()
        .map(Sale::told)
        .filter(told -> !day(told.placedAt()).isBefore(from) && !day(told.placedAt()).isAfter(to))
        .mapToLong(Told::total)
        .sum();
  }

  Map<String, Sale> sales() {
    return sales;
  }

  /** Who has a part in the order: the leading link first, one of each other agent after it. */
  List<Part> parts(Told order) {
    List<Part> qualifying = new ArrayList<>();
    Set<String> contacts = contacts(order);
    for (Sent message : sent) {
      if (contacts.contains(message.contact()) && !message.tokens().isEmpty()) {
        for (Link link : standing(message, order)) {
          qualifies(link, order.placedAt()).ifPresent(qualifying::add);
        }
      }
    }
    if (qualifying.isEmpty()) {
      return List.of();
    }
    Comparator<Part> byTime =
        Comparator.comparing(Part::start)
            .thenComparing(p -> p.clickedAt() == null ? Instant.MIN : p.clickedAt())
            .thenComparing(p -> p.link().message().at())
            .thenComparing(p -> p.link().token());
    Part newest =
        qualifying.stream().max(Comparator.comparing(p -> p.link().message().at())).orElseThrow();
    boolean last = newest.link().message().terms().model() == Model.LAST;
    qualifying.sort(last ? byTime.reversed() : byTime);
    Set<String> agents = new HashSet<>();
    List<Part> parts = new ArrayList<>();
    for (Part part : qualifying) {
      if (agents.add(part.link().message().agent())) {
        parts.add(new Part(part.link(), part.clickedAt(), parts.isEmpty()));
      }
    }
    return parts;
  }

  /**
   * A message may lead to an order by the link that the order names and by those opened before it,
   * else by its first.
   */
  private List<Link> standing(Sent message, Told order) {
    Link named = byToken(order).orElse(null);
    List<Link> standing = new ArrayList<>();
    for (int i = 0; i < message.tokens().size(); i++) {
      Link link = new Link(message, i);
      if (link.equals(named)
          || earning(link).stream().anyMatch(at -> !at.isAfter(latest(order.placedAt())))) {
        standing.add(link);
      }
    }
    return standing.isEmpty() ? List.of(new Link(message, 0)) : standing;
  }

  /** A time in whole seconds may be any of its second. */
  private static Instant latest(Instant placed) {
    return placed.toEpochMilli() % 1000 == 0 ? placed.plusMillis(999) : placed;
  }

  /** 0 ≤ order − start ≤ lifetime, where the start is the click or the sending. */
  private Optional<Part> qualifies(Link link, Instant placed) {
    Sent message = link.message();
    Instant end = revoked.get(link.token());
    if (message.at().isAfter(latest(placed)) || (end != null && !placed.isBefore(end))) {
      return Optional.empty();
    }
    boolean bySend = message.terms().startsAt() == Start.SEND;
    if (bySend && placed.isAfter(message.at().plus(lifetime(link)))) {
      return Optional.empty();
    }
    List<Instant> counting =
        earning(link).stream()
            .filter(at -> !at.isAfter(latest(placed)))
            .filter(at -> bySend || !placed.isAfter(at.plus(lifetime(link))))
            .toList();
    if (counting.isEmpty()) {
      return bySend ? Optional.of(new Part(link, null, true)) : Optional.empty();
    }
    boolean last = message.terms().model() == Model.LAST;
    return Optional.of(new Part(link, last ? counting.getLast() : counting.getFirst(), true));
  }

  /** By token first; without one, by the first mark that an order with a token has told of. */
  private Set<String> contacts(Told order) {
    Optional<Link> byToken = byToken(order);
    if (byToken.isPresent()) {
      return Set.of(byToken.get().message().contact());
    }
    for (String mark : order.marks()) {
      Set<String> contacts = new TreeSet<>();
      for (Sale sale : sales.values()) {
        if (sale.told().marks().contains(mark)) {
          byToken(sale.told()).ifPresent(link -> contacts.add(link.message().contact()));
        }
      }
      if (!contacts.isEmpty()) {
        return contacts;
      }
    }
    return Set.of();
  }

  private Optional<Link> byToken(Told order) {
    return link(order.token()).or(() -> link(order.landingToken()));
  }
}
