package dev.parley.referral.orders;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.parley.domain.attribution.MatchedBy;
import dev.parley.domain.attribution.Order.Identity;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.merchant.Merchant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The marks of the customer of an order, each as a digest, so that none can be read from it. The
 * digest of a phone number stays personal all the same: who has it can try all numbers.
 */
final class Identities {
  private Identities() {}

  static List<Identity> of(
      @Nullable String memberId, @Nullable String phone, @Nullable String email) {
    List<Identity> identities = new ArrayList<>();
    if (memberId != null && !memberId.isBlank()) {
      identities.add(identity(MatchedBy.MEMBER_ID, memberId.strip()));
    }
    if (phone != null) {
      identities.add(identity(MatchedBy.PHONE, phone));
    }
    if (email != null && !email.isBlank()) {
      identities.add(identity(MatchedBy.EMAIL, email.strip().toLowerCase(Locale.ROOT)));
    }
    return identities;
  }

  private static Identity identity(MatchedBy kind, String value) {
    return new Identity(kind, HexFormat.of().formatHex(Ulids.sha256(value), 0, 16));
  }

  /** Returns the number in E.164; one without a country is read in the merchant's. */
  static Optional<String> e164(String phone, Merchant merchant) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(phone, region(merchant));
      return numbers.isPossibleNumber(number)
          ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static String region(Merchant merchant) {
    String country = Locale.forLanguageTag(merchant.locale()).getCountry();
    if (!country.isEmpty()) {
      return country;
    }
    return switch (merchant.currency().getCode()) {
      case "THB" -> "TH";
      case "JPY" -> "JP";
      case "HKD" -> "HK";
      case "SGD" -> "SG";
      case "USD" -> "US";
      default -> "TW";
    };
  }
}
