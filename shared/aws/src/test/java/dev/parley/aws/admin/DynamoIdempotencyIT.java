package dev.parley.aws.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.id.RandomIds;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.MerchantId;
import dev.parley.testkit.aws.LocalAws;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoIdempotencyIT {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static String table = "";

  private final MerchantId merchant = new MerchantId("mer_" + UUID.randomUUID());
  private final List<String> made = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-24T10:00:00Z");

  @BeforeAll
  static void makeTable() {
    table = AWS.table();
  }

  private HttpCall call(String key, String body) {
    return new HttpCall(
        "POST /things",
        "/things",
        Map.of(),
        Map.of(),
        Map.of("idempotency-key", key),
        body.getBytes(StandardCharsets.UTF_8),
        "request",
        "127.0.0.1",
        now.plusSeconds(10),
        new RandomIds(() -> now));
  }

  private HttpReply ask(String key, String body, Function<HttpCall, HttpReply> doing) {
    return ask("pk_one", key, body, doing);
  }

  private HttpReply ask(
      String apiKey, String key, String body, Function<HttpCall, HttpReply> doing) {
    return new DynamoIdempotency(AWS.dynamo(), table, () -> now)
        .once(merchant, apiKey, call(key, body), doing);
  }

  /** Makes a thing and tells its secret, as the issuing of a key does. */
  private HttpReply make(HttpCall call) {
    String id = call.ids().next("thg");
    made.add(id);
    return HttpReply.json(201, w -> w.field("id", id).field("secret", "top-secret"))
        .with("x-made", id);
  }

  @Test
  void aRepeatedRequestIsAnsweredAlikeAndDoneOnce() {
    HttpReply first = ask("k", "{}", this::make);

    HttpReply second = ask("k", "{}", this::make);

    assertEquals(first, second);
    assertEquals(1, made.size());
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    ask("k", "{}", this::make);

    HttpReply reply = ask("k", "{\"a\":1}", this::make);

    assertEquals(422, reply.status());
    assertEquals(1, made.size());
  }

  @Test
  void theSameKeyOfAnotherApiKeyIsAnother() {
    ask("pk_one", "k", "{}", this::make);

    HttpReply reply = ask("pk_two", "k", "{\"a\":1}", this::make);

    assertEquals(201, reply.status());
    assertEquals(2, made.size());
  }

  @Test
  void aRequestThatIsBeingWorkedOnIsToBeAskedForAgain() {
    List<HttpReply> meanwhile = new ArrayList<>();

    ask(
        "k",
        "{}",
        call -> {
          meanwhile.add(ask("k", "{}", this::make));
          return make(call);
        });

    assertEquals(409, meanwhile.getFirst().status());
    assertEquals("1", meanwhile.getFirst().headers().get("retry-after"));
    assertEquals(1, made.size());
  }

  @Test
  void aRefusedRequestFreesItsKey() {
    HttpReply refused = ask("k", "{}", call -> HttpReply.forbidden("no"));
    assertThrows(
        BadInput.class,
        () ->
            ask(
                "k",
                "{\"a\":1}",
                call -> {
                  throw new BadInput(List.of());
                }));

    HttpReply reply = ask("k", "{\"a\":2}", this::make);

    assertEquals(403, refused.status());
    assertEquals(201, reply.status());
  }

  @Test
  void afterAFaultTheRequestIsBegunAgainWithTheSameIds() {
    List<String> ids = new ArrayList<>();
    assertThrows(
        TransientFault.class,
        () ->
            ask(
                "k",
                "{}",
                call -> {
                  ids.add(call.ids().next("thg"));
                  throw new TransientFault("down");
                }));
    now = now.plusSeconds(1);

    ask("k", "{}", this::make);

    assertEquals(ids, made);
  }

  @Test
  void anAttemptThatDiedIsTakenOverOnceItsFunctionIsGone() {
    HttpReply held =
        ask(
            "k",
            "{}",
            call -> {
              make(call);
              now = now.plusSeconds(11);
              return ask("k", "{}", this::make);
            });

    assertEquals(201, held.status());
    assertEquals(2, made.size());
    assertEquals(made.get(0), made.get(1));
  }

  @Test
  void afterADayTheKeyIsNew() {
    ask("k", "{}", this::make);
    now = now.plus(Duration.ofHours(24).plusSeconds(1));

    ask("k", "{\"a\":1}", this::make);

    assertEquals(2, made.size());
    assertNotEquals(made.get(0), made.get(1));
  }

  @Test
  void aKeyMustHaveFrom1To255Characters() {
    assertThrows(BadInput.class, () -> ask("", "{}", this::make));
    assertThrows(BadInput.class, () -> ask("k".repeat(256), "{}", this::make));

    HttpReply reply = ask("鍵".repeat(255), "{}", this::make);

    assertEquals(201, reply.status());
  }

  @Test
  void theTableShowsNoSecretInTheClear() {
    ask("k", "{}", this::make);

    String items = AWS.dynamo().scan(scan -> scan.tableName(table)).items().toString();

    assertFalse(items.contains("top-secret"));
    assertFalse(items.contains("pk_one"));
  }
}
