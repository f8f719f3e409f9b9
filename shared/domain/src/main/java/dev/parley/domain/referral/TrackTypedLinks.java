package dev.parley.domain.referral;

import dev.parley.domain.catalog.Availability;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.Products;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.id.Ids;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.outbound.Limits;
import dev.parley.domain.referral.ProductAddresses.Found;
import dev.parley.domain.referral.ProductAddresses.Reading;
import dev.parley.domain.report.CellKey.LinkKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Typed links of products in the catalogue, all of one text in one referral. */
public final class TrackTypedLinks implements TypedLinks {
  /** What stands between two addresses and would make them one, now that the first has no end. */
  private static final Pattern NO_END = Pattern.compile("[\\x21-\\x7e]*");

  private static final Pattern TOKENS_OWN = Pattern.compile("[A-Za-z0-9_%-]");

  private final Products products;
  private final Referrals referrals;
  private final NewReferral newReferral;

  public TrackTypedLinks(Products products, Referrals referrals, NewReferral newReferral) {
    this.products = products;
    this.referrals = referrals;
    this.newReferral = newReferral;
  }

  @Override
  public Tracked track(
      Caller caller,
      Conversation conversation,
      String text,
      Limits limits,
      MessageId message,
      Ids ids) {
    List<Typed> typed = typed(caller, ProductAddresses.in(text));
    if (typed.isEmpty()) {
      return new Tracked(text, null, SentCounts.plain(caller, conversation, ids.startedAt()));
    }
    Referral referral =
        newReferral.of(caller, conversation, LinkKind.TYPED, distinct(typed), message, ids);
    String tracked = replaced(text, typed, referral);
    if (limits.takes(tracked)) {
      referrals.add(referral);
    }
    return new Tracked(tracked, referral.id(), SentCounts.of(referral));
  }

  /** A product's address in the text. */
  private record Typed(int start, int end, Product product) {}

  private List<Typed> typed(Caller caller, List<Found> places) {
    if (places.isEmpty()) {
      return List.of();
    }
    Set<String> keys = new TreeSet<>();
    places.forEach(place -> place.readings().forEach(reading -> keys.add(reading.key())));
    Map<String, Product> pages = products.findByPage(caller.merchantId(), keys);
    List<Typed> typed = new ArrayList<>();
    Set<ProductId> seen = new HashSet<>();
    for (Found place : places) {
      if (isOpen(place, typed)) {
        typed(place, pages)
            .filter(found -> isTaken(found.product().id(), seen))
            .ifPresent(typed::add);
      }
    }
    return typed;
  }

  /** A place within another's text counts when that ends before it, as a product's address. */
  private static boolean isOpen(Found place, List<Typed> before) {
    if (before.isEmpty()) {
      return place.within() == null;
    }
    return before.getLast().end() <= place.start()
        && (place.within() == null || place.within() == before.getLast().start());
  }

  /** Takes the longest reading that is a product's page. */
  private static Optional<Typed> typed(Found place, Map<String, Product> pages) {
    return place.readings().stream()
        .flatMap(reading -> Optional.ofNullable(pages.get(reading.key())).stream())
        .filter(product -> product.availability() != Availability.UNPUBLISHED)
        .findFirst()
        .map(product -> new Typed(place.start(), end(place, pages, product), product));
  }

  /**
   * Of the readings of that product the shortest: what follows without a space may look like a part
   * of a campaign parameter. As long as more parameters follow, it is one.
   */
  private static int end(Found place, Map<String, Product> pages, Product product) {
    List<Reading> own =
        place.readings().stream()
            .filter(reading -> product.equals(pages.get(reading.key())))
            .toList();
    int longest = own.getFirst().end();
    return own.stream()
        .mapToInt(Reading::end)
        .filter(end -> end == longest || place.mayEnd(end, longest))
        .min()
        .orElseThrow();
  }

  private static boolean isTaken(ProductId product, Set<ProductId> seen) {
    return seen.contains(product) || seen.size() < Referral.MOST_PRODUCTS && seen.add(product);
  }

  private static List<Product> distinct(List<Typed> typed) {
    Map<ProductId, Product> distinct = new LinkedHashMap<>();
    typed.forEach(place -> distinct.putIfAbsent(place.product().id(), place.product()));
    return List.copyOf(distinct.values());
  }

  private String replaced(String text, List<Typed> typed, Referral referral) {
    List<ProductId> positions = referral.products().stream().map(ReferredProduct::id).toList();
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    for (Typed place : typed) {
      int position = positions.indexOf(place.product().id());
      String between = text.substring(from, place.start());
      replaced.append(between).append(from > 0 && NO_END.matcher(between).matches() ? " " : "");
      replaced.append(newReferral.url(referral, position));
      from = place.end();
    }
    String rest = text.substring(from);
    return replaced.append(TOKENS_OWN.matcher(rest).lookingAt() ? " " : "").append(rest).toString();
  }
}
