package dev.parley.domain.attribution;

import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When each link of one referral was first opened.
 *
 * @param first by the link's position
 */
public record Openings(Map<Integer, Instant> first) {
  public static final Openings NONE = new Openings(Map.of());

  public Openings {
    first = Map.copyOf(first);
  }

  /** Returns the openings with these clicks of the referral. */
  public Openings with(List<Click> clicks) {
    Map<Integer, Instant> all = new HashMap<>(first);
    clicks.forEach(
        click -> all.merge(click.position(), click.at(), (a, b) -> a.isBefore(b) ? a : b));
    return new Openings(all);
  }

  /** Returns when the first of the links was opened, or {@code null}. */
  public @Nullable Instant earliest() {
    return first.values().stream().min(Instant::compareTo).orElse(null);
  }

  /**
   * Returns what the clicks of the referral change in the reports: each click counts, a link and
   * the message once, on the day of its first opening, in whatever order the clicks arrive.
   */
  public List<Count> counts(List<Click> clicks) {
    Openings after = with(clicks);
    List<Count> added = new ArrayList<>();
    List<Count> present = new ArrayList<>();
    Map<Integer, Click> byPosition = new HashMap<>();
    for (Click click : clicks) {
      added.add(new Count(click.sales(), Figures.of(Figure.CLICKS, 1)));
      added.add(new Count(click.product(), Figures.of(Figure.CLICKS, 1)));
      byPosition.putIfAbsent(click.position(), click);
    }
    byPosition.forEach(
        (position, click) -> {
          link(added, click, after.first.get(position));
          link(present, click, first.get(position));
        });
    clicks.stream()
        .findAny()
        .ifPresent(
            click -> {
              message(added, click, after.earliest());
              message(present, click, earliest());
            });
    return Count.difference(added, present);
  }

  private static void link(List<Count> counts, Click click, @Nullable Instant opened) {
    if (opened != null) {
      Figures once = Figures.of(Figure.UNIQUE_CLICKS, 1);
      counts.add(new Count(click.salesOn(opened), once));
      counts.add(new Count(click.productOn(opened), once.and(Figure.OPENED_MESSAGES, 1)));
    }
  }

  private static void message(List<Count> counts, Click click, @Nullable Instant opened) {
    if (opened != null) {
      counts.add(new Count(click.salesOn(opened), Figures.of(Figure.OPENED_MESSAGES, 1)));
    }
  }
}
