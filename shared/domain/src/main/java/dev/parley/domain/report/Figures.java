package dev.parley.domain.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Amounts by figure; what is not there is 0, and an amount of 0 is not there. */
public record Figures(Map<Figure, Long> amounts) {
  public static final Figures NONE = new Figures(Map.of());

  public Figures {
    var kept = new EnumMap<Figure, Long>(Figure.class);
    amounts.forEach(
        (figure, amount) -> {
          if (amount != 0) {
            kept.put(figure, amount);
          }
        });
    amounts = Collections.unmodifiableMap(kept);
  }

  public static Figures of(Figure figure, long amount) {
    return new Figures(Map.of(figure, amount));
  }

  public Figures and(Figure figure, long amount) {
    return plus(of(figure, amount));
  }

  public long get(Figure figure) {
    return amounts.getOrDefault(figure, 0L);
  }

  public Figures plus(Figures other) {
    var sum = new EnumMap<Figure, Long>(Figure.class);
    sum.putAll(amounts);
    other.amounts.forEach((figure, amount) -> sum.merge(figure, amount, Math::addExact));
    return new Figures(sum);
  }

  public Figures minus(Figures other) {
    return plus(other.negated());
  }

  public Figures negated() {
    var negated = new EnumMap<Figure, Long>(Figure.class);
    amounts.forEach((figure, amount) -> negated.put(figure, Math.negateExact(amount)));
    return new Figures(negated);
  }

  public boolean isZero() {
    return amounts.isEmpty();
  }
}
