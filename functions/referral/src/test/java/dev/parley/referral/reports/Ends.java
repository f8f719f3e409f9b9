package dev.parley.referral.reports;

import dev.parley.domain.referral.AttributionTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** When links of a random world cease to earn, by their sending or by a tap. */
final class Ends {
  private Ends() {}

  /** Returns the time to wait for, or now when it lies behind. */
  static Instant of(Act.WaitForAnEnd wait, List<Fact> facts, Instant now) {
    List<Instant> ends = all(facts);
    if (ends.isEmpty()) {
      return now;
    }
    Instant end = ends.get(wait.end() % ends.size()).plus(Duration.ofMinutes(wait.minutes()));
    return end.isAfter(now) ? end : now;
  }

  private static List<Instant> all(List<Fact> facts) {
    Map<String, AttributionTerms> terms = new HashMap<>();
    return facts.stream()
        .flatMap(
            fact ->
                switch (fact) {
                  case Fact.Sent sent -> {
                    sent.tokens().forEach(token -> terms.put(token, sent.terms()));
                    yield sent.tokens().isEmpty()
                        ? Stream.of()
                        : Stream.of(end(sent.at(), sent.terms()));
                  }
                  case Fact.Tapped tap ->
                      Stream.of(end(tap.at(), Objects.requireNonNull(terms.get(tap.token()))));
                  case Fact.Revoked r -> Stream.of();
                  case Fact.Told t -> Stream.of();
                })
        .toList();
  }

  private static Instant end(Instant start, AttributionTerms terms) {
    return start.plus(Duration.ofDays(terms.lifetimeDays()));
  }
}
