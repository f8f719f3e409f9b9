package dev.parley.admin.merchants;

import dev.parley.aws.http.Fields;
import dev.parley.domain.merchant.Merchant;
import dev.parley.json.JsonWriter;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** What requests say of a merchant, and what answers show. */
public final class MerchantFields {
  private static final int NAME = 100;
  private static final CurrencyUnit UNUSED = CurrencyUnit.of("TWD");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final String DAYS =
      Arrays.stream(DayOfWeek.values())
          .map(MerchantFields::wireName)
          .collect(Collectors.joining(", "));

  private MerchantFields() {}

  /**
   * Reads a merchant's details; what is wrong is kept in the fields, and what is returned must not
   * be used then.
   *
   * @param weekStart when the fields don't say
   */
  public static MerchantDetails read(Fields fields, DayOfWeek weekStart) {
    String name = fields.text("name", NAME);
    ZoneId zone =
        required(fields, "timeZone", "an IANA time zone such as Asia/Taipei", MerchantFields::zone)
            .orElse(ZoneOffset.UTC);
    CurrencyUnit currency =
        required(fields, "currency", "an ISO 4217 currency such as TWD", MerchantFields::currency)
            .orElse(UNUSED);
    String locale =
        required(fields, "locale", "a BCP 47 tag such as zh-TW", MerchantFields::locale).orElse("");
    DayOfWeek start = fields.optionalChoice("weekStart", DAYS, MerchantFields::day);
    return new MerchantDetails(
        name, zone, currency, locale, Objects.requireNonNullElse(start, weekStart));
  }

  public static void write(JsonWriter w, Merchant merchant) {
    w.field("id", merchant.id().value())
        .field("name", merchant.name())
        .field("timeZone", merchant.timeZone().getId())
        .field("currency", merchant.currency().getCode())
        .field("locale", merchant.locale())
        .field("weekStart", wireName(merchant.weekStart()));
  }

  private static <T> Optional<T> required(
      Fields fields, String name, String what, Reading<T> reading) {
    String text = fields.text(name, NAME);
    Optional<T> read = reading.read(text);
    if (read.isEmpty() && !text.isBlank()) {
      fields.error(name, "must be " + what);
    }
    return read;
  }

  private interface Reading<T> {
    Optional<T> read(String text);
  }

  private static Optional<ZoneId> zone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text)
        ? Optional.of(ZoneId.of(text))
        : Optional.empty();
  }

  private static Optional<CurrencyUnit> currency(String text) {
    return CurrencyUnit.registeredCurrencies().stream()
        .filter(unit -> unit.getCode().equals(text) && unit.getDecimalPlaces() >= 0)
        .findFirst();
  }

  private static Optional<String> locale(String text) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text).build();
      return LANGUAGES.contains(locale.getLanguage())
          ? Optional.of(locale.toLanguageTag())
          : Optional.empty();
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  private static Optional<DayOfWeek> day(String text) {
    return Arrays.stream(DayOfWeek.values()).filter(day -> wireName(day).equals(text)).findFirst();
  }

  private static String wireName(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
