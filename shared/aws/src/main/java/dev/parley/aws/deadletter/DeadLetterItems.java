package dev.parley.aws.deadletter;

import dev.parley.aws.item.Deflated;
import dev.parley.aws.item.Item;
import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetter.Settlement;
import dev.parley.domain.deadletter.DeadLetter.Status;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.DeadLetterId;
import dev.parley.domain.id.MerchantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Dead letters as items. */
final class DeadLetterItems {
  static final String EXPIRES_AT = "expiresAt";
  static final String KIND = "kind";
  static final String STATUS = "status";
  static final String SETTLED_AT = "settledAt";
  static final String SETTLED_BY = "settledBy";

  private static final String ABOUT = "about";
  private static final String FAILED_AT = "failedAt";
  private static final String ATTEMPTS = "attempts";
  private static final String REASON = "reason";
  private static final String BODY = "body";
  private static final String GROUP = "group";

  private DeadLetterItems() {}

  static Item item(DeadLetter letter, Original original) {
    Item about = Item.empty();
    letter.about().forEach(about::text);
    return Item.of(DeadLetterKeys.letter(letter.merchantId(), letter.id()))
        .text(DeadLetterKeys.LIST_PK, DeadLetterKeys.pk(letter.merchantId()))
        .text(DeadLetterKeys.LIST_SK, DeadLetterKeys.listSk(letter.failedAt(), letter.id()))
        .text(KIND, letter.kind().wireName())
        .map(ABOUT, about)
        .time(FAILED_AT, letter.failedAt())
        .number(ATTEMPTS, (long) letter.attempts())
        .text(REASON, letter.reason())
        .text(STATUS, letter.status().wireName())
        .bytes(BODY, Deflated.of(original.body().getBytes(StandardCharsets.UTF_8)))
        .text(GROUP, original.group());
  }

  static DeadLetter letter(MerchantId merchant, Item item) {
    Map<String, String> about = new TreeMap<>();
    item.map(ABOUT).attributes().forEach((name, value) -> about.put(name, value.s()));
    return new DeadLetter(
        new DeadLetterId(item.text("sk")),
        merchant,
        DeadLetter.Kind.named(item.text(KIND)).orElseThrow(),
        about,
        item.time(FAILED_AT),
        Math.toIntExact(item.number(ATTEMPTS)),
        item.text(REASON),
        settlement(item));
  }

  private static @Nullable Settlement settlement(Item item) {
    Instant at = item.optionalTime(SETTLED_AT);
    return at == null
        ? null
        : new Settlement(
            Status.named(item.text(STATUS)).orElseThrow(), new AgentId(item.text(SETTLED_BY)), at);
  }

  static Original original(Item item) {
    return new Original(
        new String(Deflated.inflate(item.bytes(BODY)), StandardCharsets.UTF_8), item.text(GROUP));
  }
}
