package dev.parley.domain.attribution;

import dev.parley.domain.attribution.Order.Identity;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.LinkToken;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.Referrals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds whose an order is and which links may lead to it. What an order says of its customer is
 * noted before the links are read, and a click is recorded before its contact's orders are: one of
 * the two always sees the other.
 */
public final class FindCandidates {
  /** How far back links are looked at: twice the longest lifetime, so that near misses show. */
  private static final Duration HORIZON = Duration.ofDays(180);

  private final Referrals referrals;
  private final Clicks clicks;
  private final Customers customers;

  public FindCandidates(Referrals referrals, Clicks clicks, Customers customers) {
    this.referrals = referrals;
    this.clicks = clicks;
    this.customers = customers;
  }

  /** Whose the order is. */
  private record Match(
      @Nullable MatchedBy by,
      Set<ContactId> contacts,
      @Nullable Carried carried,
      boolean unknownToken) {}

  /** The link whose token the order carries. */
  private record Carried(ReferralId referralId, int position) {}

  /**
   * Notes what the order says of its customer.
   *
   * @return other orders that may be credited otherwise now
   */
  List<OrderKey> note(Order order) {
    MerchantId merchant = order.key().merchantId();
    Match byToken = byToken(order);
    Set<OrderKey> told = new LinkedHashSet<>();
    for (Identity identity : order.trace().identities()) {
      if (byToken.by() == null) {
        customers.noteOrder(identity, order);
      }
      for (ContactId contact : byToken.contacts()) {
        customers.learn(merchant, identity, contact);
        told.addAll(customers.orders(merchant, identity));
      }
    }
    told.remove(order.key());
    return List.copyOf(told);
  }

  /** Credits the order by the facts as they are now. */
  public Attribution attribution(Order order) {
    Match match = match(order);
    match.contacts().forEach(contact -> customers.noteOrder(contact, order));
    return attribution(order, match, UnaryOperator.identity());
  }

  /**
   * Returns what the order would be credited with had all links been made under these terms; notes
   * nothing.
   */
  public Attribution attribution(Order order, AttributionTerms terms) {
    return attribution(order, match(order), referral -> referral.under(terms));
  }

  private Attribution attribution(Order order, Match match, UnaryOperator<Referral> made) {
    return Attribution.of(order, match.by(), match.unknownToken(), candidates(order, match, made));
  }

  private Match match(Order order) {
    Match match = byToken(order);
    return match.by() == null ? byIdentity(order, match.unknownToken()) : match;
  }

  private Match byToken(Order order) {
    Order.Trace trace = order.trace();
    boolean unknown = false;
    Map<MatchedBy, String> tokens = new TreeMap<>();
    if (trace.linkToken() != null) {
      tokens.put(MatchedBy.LINK_TOKEN, trace.linkToken());
    }
    if (trace.landingToken() != null) {
      tokens.put(MatchedBy.LANDING_URL, trace.landingToken());
    }
    for (var entry : tokens.entrySet()) {
      Optional<LinkToken> token = LinkToken.parse(entry.getValue());
      Optional<Referral> referral =
          token
              .flatMap(referrals::find)
              .filter(found -> found.merchantId().equals(order.key().merchantId()));
      if (referral.isPresent()) {
        Set<ContactId> contact = Set.of(referral.get().place().contactId());
        Carried carried = new Carried(referral.get().id(), token.orElseThrow().position());
        return new Match(entry.getKey(), contact, carried, false);
      }
      unknown = true;
    }
    return new Match(null, Set.of(), null, unknown);
  }

  private Match byIdentity(Order order, boolean unknownToken) {
    for (Identity identity : order.trace().identities()) {
      Set<ContactId> contacts = customers.contacts(order.key().merchantId(), identity);
      if (!contacts.isEmpty()) {
        return new Match(identity.kind(), contacts, null, unknownToken);
      }
    }
    return new Match(null, Set.of(), null, unknownToken);
  }

  private List<Candidate> candidates(Order order, Match match, UnaryOperator<Referral> made) {
    MerchantId merchant = order.key().merchantId();
    Instant from = order.placedAt().minus(HORIZON);
    Map<ReferralId, Map<Integer, List<Instant>>> links = new HashMap<>();
    for (ContactId contact : match.contacts()) {
      referrals
          .sentTo(merchant, contact, from, order.placedAt().plus(HORIZON))
          .forEach(id -> links.putIfAbsent(id, new TreeMap<>()));
      for (Clicks.Fact fact : clicks.of(merchant, contact, from)) {
        links
            .computeIfAbsent(fact.referralId(), id -> new TreeMap<>())
            .computeIfAbsent(fact.position(), position -> new ArrayList<>())
            .add(fact.at());
      }
    }
    Carried carried = match.carried();
    if (carried != null) {
      links
          .computeIfAbsent(carried.referralId(), id -> new TreeMap<>())
          .putIfAbsent(carried.position(), new ArrayList<>());
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Referral referral : referrals.findAll(merchant, links.keySet()).values()) {
      Referral judged = made.apply(referral);
      Map<Integer, List<Instant>> clicked =
          earning(judged, carried, links.getOrDefault(referral.id(), Map.of()));
      candidates.addAll(candidates(order, carried, judged, clicked));
    }
    return candidates;
  }

  /** A click on a link that could earn nothing any more is counted, but leads to nothing. */
  private static Map<Integer, List<Instant>> earning(
      Referral referral, @Nullable Carried carried, Map<Integer, List<Instant>> clicked) {
    Map<Integer, List<Instant>> earning = new TreeMap<>();
    clicked.forEach(
        (position, all) -> {
          List<Instant> at = all.stream().filter(one -> referral.earns(position, one)).toList();
          if (!at.isEmpty() || new Carried(referral.id(), position).equals(carried)) {
            earning.put(position, at);
          }
        });
    return earning;
  }

  /** A message of which none stands for the order by itself stands by its first link. */
  private static List<Candidate> candidates(
      Order order,
      @Nullable Carried carried,
      Referral referral,
      Map<Integer, List<Instant>> clicked) {
    List<Candidate> candidates = new ArrayList<>();
    clicked.forEach(
        (position, at) -> {
          if (new Carried(referral.id(), position).equals(carried) || stands(order, referral, at)) {
            candidates.add(new Candidate(referral, position, at));
          }
        });
    return candidates.isEmpty()
        ? List.of(new Candidate(referral, 0, clicked.getOrDefault(0, List.of())))
        : candidates;
  }

  /**
   * Where the sending counts, an opening after the order may not change which product it is for:
   * the order was credited before it, and is not looked at again.
   */
  private static boolean stands(Order order, Referral referral, List<Instant> clicked) {
    return referral.terms().startsAt() == AttributionTerms.Start.CLICK
        || clicked.stream().anyMatch(at -> !at.isAfter(order.placedBy()));
  }
}
