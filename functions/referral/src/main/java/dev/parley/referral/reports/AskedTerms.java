package dev.parley.referral.reports;

import dev.parley.aws.http.QueryFields;
import dev.parley.domain.referral.AttributionTerms;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The terms that a report is asked to judge by in place of each link's own; none: its own. */
record AskedTerms(
    @Nullable Integer lifetimeDays,
    AttributionTerms.@Nullable Start startsAt,
    AttributionTerms.@Nullable Model model) {
  static AskedTerms read(QueryFields query) {
    return new AskedTerms(
        query.value(
            "lifetimeDays",
            "must be a whole number from 1 to " + AttributionTerms.MOST_DAYS,
            AskedTerms::days),
        query.value("startsAt", "must be one of click, send", AttributionTerms.Start::named),
        query.value("model", "must be one of last, first", AttributionTerms.Model::named));
  }

  private static Optional<Integer> days(String text) {
    return text.matches("[1-9]\\d?") && Integer.parseInt(text) <= AttributionTerms.MOST_DAYS
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  boolean isAny() {
    return lifetimeDays != null || startsAt != null || model != null;
  }

  /** Returns the terms with what was not asked for taken from the merchant's own. */
  AttributionTerms over(AttributionTerms own) {
    return new AttributionTerms(
        Objects.requireNonNullElse(lifetimeDays, own.lifetimeDays()),
        Objects.requireNonNullElse(startsAt, own.startsAt()),
        Objects.requireNonNullElse(model, own.model()));
  }
}
