package dev.parley.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.Person;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.Fields;
import dev.parley.sandbox.web.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What WhatsApp users are known by: a phone number, an id that is for this business alone, or both;
 * a control route calls them by the first that they had.
 */
final class Addresses {
  static final String PHONE = "waId";
  static final String USER_ID = "bsuid";
  static final String USERNAME = "username";
  private static final String ABSENT = "absent";
  private static final Pattern DIGITS = Pattern.compile("[1-9]\\d{5,14}");
  private static final Pattern BSUID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9]{1,128}");

  private Addresses() {}

  /** A phone number as WhatsApp understands it: digits with country code, whatever is between. */
  static Optional<String> phone(String written) {
    String digits = written.replaceAll("[+\\s().-]", "");
    return Optional.of(digits).filter(d -> DIGITS.matcher(d).matches());
  }

  static boolean isUserId(String written) {
    return BSUID.matcher(written).matches();
  }

  /** Reads a person from a control request; {@code bsuid: ""} is one without such an id. */
  static Person person(String id, JsonNode body, Optional<Person> before) {
    boolean phone = DIGITS.matcher(id).matches();
    if (!phone && !isUserId(id)) {
      throw new BadRequest(
          "A WhatsApp user is a number with country code or an id such as TW.123: " + id, null);
    }
    Map<String, String> more = new LinkedHashMap<>(before.map(Person::more).orElse(Map.of()));
    more.putIfAbsent(PHONE, phone ? id : "");
    more.putIfAbsent(USER_ID, phone ? userIdOf(id) : id);
    for (String field : new String[] {PHONE, USER_ID, USERNAME}) {
      if (body.has(field)) {
        more.put(field, body.get(field).asText());
      }
    }
    if (body.has("onWhatsapp")) {
      more.put(ABSENT, body.get("onWhatsapp").asBoolean() ? "" : "true");
    }
    String usual = phone ? "Customer " + id.substring(id.length() - 4) : "Customer";
    String name = body.path("displayName").asText(before.map(Person::name).orElse(usual));
    return new Person(id, name, Fields.text(body, "pictureUrl"), more);
  }

  /** The id that belongs to a phone number; another number has another. */
  static String userIdOf(String phone) {
    String country = phone.startsWith("886") ? "TW" : phone.startsWith("66") ? "TH" : "US";
    UUID digest = UUID.nameUUIDFromBytes(phone.getBytes(StandardCharsets.UTF_8));
    return country + "." + Long.toUnsignedString(digest.getMostSignificantBits());
  }

  static boolean isAbsent(Person person) {
    return !person.more(ABSENT).isEmpty();
  }

  /** Someone as {@code contacts} of a webhook names them. */
  static ObjectNode contact(Person person) {
    ObjectNode contact = Json.object();
    ObjectNode profile = contact.putObject("profile").put("name", person.name());
    putIfKnown(profile, "username", person.more(USERNAME));
    putIfKnown(contact, "wa_id", person.more(PHONE));
    putIfKnown(contact, "user_id", person.more(USER_ID));
    return contact;
  }

  static void putIfKnown(ObjectNode node, String name, String value) {
    if (!value.isEmpty()) {
      node.put(name, value);
    }
  }

  /** What a message's id is made of. */
  static String any(Person person) {
    String phone = person.more(PHONE);
    return phone.isEmpty() ? person.more(USER_ID) : phone;
  }
}
