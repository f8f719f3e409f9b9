package dev.parley.aws.referral;

import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.referral.LinkToken;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Keys of the referrals' table.
 *
 * <table>
 * <caption>What is asked for</caption>
 * <tr><td>a referral by a token or its id</td><td>{@code R#<hash tail>}, {@code R}</td></tr>
 * <tr><td>when its links were first opened</td><td>{@code R#<hash tail>}, {@code OPEN}</td></tr>
 * <tr><td>a contact's clicks of a time</td><td>{@code <merchant>#C#<contact>}, {@code C#<time>#<click>}</td></tr>
 * <tr><td>a contact's orders from a time on</td><td>{@code <merchant>#C#<contact>}, {@code O#<time>#<source>#<order>}</td></tr>
 * <tr><td>what is sent to a contact</td><td>index {@code byContact}</td></tr>
 * <tr><td>who a member id, phone or email is, and its orders</td><td>{@code <merchant>#I#<identity>}, {@code C#…} or {@code O#…}</td></tr>
 * <tr><td>an order's credit</td><td>{@code <merchant>#O#<source>#<order>}, {@code CREDIT}</td></tr>
 * <tr><td>credits of a time</td><td>index {@code byDay}</td></tr>
 * <tr><td>credits that count in a month other than their order's</td><td>{@code <merchant>#M#<month>}, {@code <source>#<order>}</td></tr>
 * <tr><td>settings</td><td>{@code <merchant>#SETTINGS}, their name</td></tr>
 * </table>
 */
final class ReferralKeys {
  static final String REFERRAL = "R";
  static final String OPENINGS = "OPEN";
  static final String CREDIT = "CREDIT";
  static final String CLICK = "C#";
  static final String ORDER = "O#";
  static final String BY_CONTACT = "byContact";
  static final String BY_DAY = "byDay";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
  private static final int TAIL = 16;

  private ReferralKeys() {}

  static String pk(LinkToken token) {
    return "R#" + Ulids.tail(token.secretHash());
  }

  static String pk(ReferralId id) {
    String value = id.value();
    return "R#" + value.substring(Math.max(0, value.length() - TAIL));
  }

  static String contact(MerchantId merchant, ContactId contact) {
    return merchant.value() + "#C#" + contact.value();
  }

  static String identity(MerchantId merchant, String identity) {
    return merchant.value() + "#I#" + identity;
  }

  static String settings(MerchantId merchant) {
    return merchant.value() + "#SETTINGS";
  }

  /** Returns a text that sorts as the time does. */
  static String time(Instant time) {
    return TIME.format(time);
  }
}
