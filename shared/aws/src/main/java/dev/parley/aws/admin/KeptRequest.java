package dev.parley.aws.admin;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.item.Item;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.merchant.ApiKey;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * One request under an idempotency key, as the table of requests keeps it: {@code pk =
 * merchantId#hash of the API key, sk = hash of the idempotency key}.
 *
 * @param at the item's key
 * @param digest of method, path and body: another one under the same key is refused
 * @param attempt names who works on it now
 * @param startedAt when it was first begun
 */
record KeptRequest(
    Item at, String digest, String attempt, byte[] seed, Instant startedAt, RequestSeal seal) {
  static final String DIGEST = "digest";
  static final String ATTEMPT = "attempt";
  static final String LOCKED_UNTIL = "lockedUntil";
  static final String REPLY = "reply";
  static final String EXPIRES_AT = "expiresAt";
  private static final String SEED = "seed";
  private static final String STARTED_AT = "startedAt";

  /** Returns the request as it is begun for the first time. */
  static KeptRequest first(
      MerchantId merchant, String apiKey, HttpCall call, String idempotencyKey) {
    Item at =
        Item.at(
            merchant + "#" + ApiKey.hashOf(apiKey),
            HexFormat.of().formatHex(Ulids.sha256(idempotencyKey)));
    return new KeptRequest(
        at,
        digest(call),
        call.ids().next("try"),
        call.ids().secret(),
        call.ids().startedAt(),
        new RequestSeal(apiKey));
  }

  /** Returns the request as it is begun again after the item's attempt came to nothing. */
  KeptRequest again(Item item) {
    return new KeptRequest(
        at, digest, attempt, seal.open(item.bytes(SEED)), item.time(STARTED_AT), seal);
  }

  Item begun(Instant lockedUntil, Instant expiresAt) {
    return Item.empty()
        .with(at)
        .text(DIGEST, digest)
        .text(ATTEMPT, attempt)
        .bytes(SEED, seal.close(seed))
        .time(STARTED_AT, startedAt)
        .time(LOCKED_UNTIL, lockedUntil)
        .number(EXPIRES_AT, expiresAt.getEpochSecond());
  }

  byte[] closed(HttpReply reply) {
    return seal.close(
        JsonWriter.bytes(
            w ->
                w.field("status", reply.status())
                    .put("headers", reply.headers())
                    .optional("body", reply.body())));
  }

  HttpReply reply(Item item) {
    String text = new String(seal.open(item.bytes(REPLY)), StandardCharsets.UTF_8);
    JsonObject reply = Json.readOwn(text);
    Map<String, String> headers = new HashMap<>();
    JsonObject kept = reply.object("headers");
    kept.fields().keySet().forEach(name -> headers.put(name, kept.requiredText(name)));
    Long status = reply.longValue("status");
    return new HttpReply(
        status == null ? 200 : status.intValue(), headers, reply.text("body"), null);
  }

  private static String digest(HttpCall call) {
    byte[] line = (call.method() + " " + call.path() + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] all =
        ByteBuffer.allocate(line.length + call.body().length).put(line).put(call.body()).array();
    return HexFormat.of().formatHex(Ulids.sha256(all));
  }
}
