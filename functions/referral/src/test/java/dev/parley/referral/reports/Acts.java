package dev.parley.referral.reports;

import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.AttributionTerms.Model;
import dev.parley.domain.referral.AttributionTerms.Start;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What may be done in a random world. */
final class Acts {
  private Acts() {}

  static Arbitrary<List<Act>> lists() {
    Arbitrary<Integer> three = Arbitraries.integers().between(0, 2);
    Arbitrary<Integer> four = Arbitraries.integers().between(0, 3);
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 40);
    Arbitrary<Boolean> often = Arbitraries.of(true, true, true, false);
    Arbitrary<Act> act =
        Arbitraries.frequencyOf(
            Tuple.of(2, Combinators.combine(three, four).as(Act.Say::new)),
            Tuple.of(
                4,
                Combinators.combine(three, four, Arbitraries.integers().between(1, 3))
                    .as(Act.SendCards::new)),
            Tuple.of(8, Combinators.combine(any, often).as(Act.Tap::new)),
            Tuple.of(1, any.map(Act.Revoke::new)),
            Tuple.of(6, tellings(any)),
            Tuple.of(1, terms().map(Act.SetTerms::new)),
            Tuple.of(4, Arbitraries.integers().between(1, 40).map(Act.Wait::new)),
            Tuple.of(3, Combinators.combine(any, around()).as(Act.WaitForAnEnd::new)));
    return act.list().ofMinSize(15).ofMaxSize(60);
  }

  private static Arbitrary<Act> tellings(Arbitrary<Integer> any) {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5),
            minutesAgo(),
            Arbitraries.of("placed", "paid", "paid", "cancelled", "refunded", "partiallyRefunded"),
            Arbitraries.integers().between(0, 3),
            any,
            Arbitraries.integers().between(0, 7),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(Act.Tell::new);
  }

  /** Most orders are told of at once, some after minutes, some after days. */
  private static Arbitrary<Integer> minutesAgo() {
    return Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.just(0)),
        Tuple.of(2, Arbitraries.integers().between(1, 5)),
        Tuple.of(1, Arbitraries.integers().between(60, 6000)));
  }

  /** Minutes from shortly before to some hours after. */
  private static Arbitrary<Integer> around() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.integers().between(-5, 0)),
        Tuple.of(1, Arbitraries.integers().between(1, 5)),
        Tuple.of(1, Arbitraries.integers().between(5, 600)));
  }

  private static Arbitrary<AttributionTerms> terms() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            Arbitraries.of(Start.class),
            Arbitraries.of(Model.class))
        .as(AttributionTerms::new);
  }
}
