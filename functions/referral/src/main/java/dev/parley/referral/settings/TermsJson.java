package dev.parley.referral.settings;

import dev.parley.domain.referral.AttributionTerms;
import dev.parley.json.JsonWriter;

/** Terms as the API writes them. */
public final class TermsJson {
  static final String LIFETIME = "lifetimeDays";
  static final String STARTS_AT = "startsAt";
  static final String MODEL = "model";

  private TermsJson() {}

  public static void write(JsonWriter w, AttributionTerms terms) {
    w.field(LIFETIME, terms.lifetimeDays())
        .field(STARTS_AT, terms.startsAt().wireName())
        .field(MODEL, terms.model().wireName());
  }
}
