package dev.parley.referral.settings;

import dev.parley.aws.http.Fields;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.referral.AttributionSettings;
import dev.parley.domain.referral.AttributionTerms;
import java.util.Optional;
import java.util.function.Function;

/** Shows and sets the terms that a merchant's new links are made under. */
public final class SetAttribution {
  private final AttributionSettings settings;

  SetAttribution(AttributionSettings settings) {
    this.settings = settings;
  }

  public HttpReply show(Caller caller, HttpCall call) {
    call.noQuery();
    return shown(settings.terms(caller.merchantId()));
  }

  public HttpReply put(Caller caller, HttpCall call) {
    call.noQuery();
    Fields fields = call.fields();
    AttributionTerms terms =
        new AttributionTerms(
            (int) fields.longValue(TermsJson.LIFETIME, 1, AttributionTerms.MOST_DAYS),
            choice(
                fields,
                TermsJson.STARTS_AT,
                "click, send",
                AttributionTerms.Start::named,
                AttributionTerms.Start.CLICK),
            choice(
                fields,
                TermsJson.MODEL,
                "last, first",
                AttributionTerms.Model::named,
                AttributionTerms.Model.LAST));
    fields.done();
    settings.save(caller.merchantId(), terms);
    return shown(terms);
  }

  /** Reads a choice that must be there. */
  private static <T> T choice(
      Fields fields,
      String name,
      String choices,
      Function<String, Optional<T>> reader,
      T otherwise) {
    if (!fields.has(name)) {
      fields.error(name, "is required");
    }
    T chosen = fields.optionalChoice(name, choices, reader);
    return chosen == null ? otherwise : chosen;
  }

  private static HttpReply shown(AttributionTerms terms) {
    return HttpReply.json(200, w -> TermsJson.write(w, terms));
  }
}
