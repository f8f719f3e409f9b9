package dev.parley.aws.deadletter;

import dev.parley.aws.item.Item;
import dev.parley.domain.id.DeadLetterId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys of the dead letters' table and what each is read by.
 *
 * <ul>
 *   <li>{@code merchantId | id}: a letter by its id; {@code UNKNOWN | id} when nobody knows whose
 *       it is. Index {@code byTime}: {@code merchantId | time#id}: a merchant's newest letters.
 *   <li>{@code N#messageId | N}: why a message of a queue or stream failed.
 * </ul>
 */
final class DeadLetterKeys {
  static final String BY_TIME = "byTime";
  static final String LIST_PK = "listPk";
  static final String LIST_SK = "listSk";

  private static final String UNKNOWN = "UNKNOWN";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private DeadLetterKeys() {}

  static String pk(@Nullable MerchantId merchant) {
    return merchant == null ? UNKNOWN : merchant.value();
  }

  static Map<String, AttributeValue> letter(@Nullable MerchantId merchant, DeadLetterId id) {
    return Item.at(pk(merchant), id.value()).attributes();
  }

  static Map<String, AttributeValue> note(String message) {
    return Item.at("N#" + message, "N").attributes();
  }

  static String listSk(Instant failedAt, DeadLetterId id) {
    return TIME.format(failedAt) + "#" + id.value();
  }
}
