package dev.parley.platforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.conversation.Preview;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.RawEvent;
import dev.parley.json.MalformedJson;
import dev.parley.platforms.line.LineWebhookBody;
import dev.parley.platforms.meta.AccountEvent;
import dev.parley.platforms.meta.MessagingBody;
import dev.parley.platforms.whatsapp.WhatsappBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls of webhooks with something wrong in one of their events: no neighbour may be lost. */
final class MutationsTest {
  private static final int MUTATIONS = 5_000;

  /** What stands in place of a value. */
  private static final List<String> WRONG =
      List.of(
          "null",
          "true",
          "-1",
          "1e400",
          "12345678901234567890123456789.5",
          "\"\"",
          "\" \"",
          "\"\\u0000\\ud800\\uffff\"",
          "\"\\u202e😀ก็็็็็\"",
          "\"" + "x".repeat(5_000) + "\"",
          "[]",
          "{}",
          "[[{}]]",
          "{\"id\":{\"id\":[]}}");

  private static String event(ChannelType type) {
    return switch (type) {
      case WIDGET -> throw new IllegalArgumentException("The widget has no webhook");
      case LINE ->
          "{\"type\":\"message\",\"webhookEventId\":\"e\",\"timestamp\":1764000000123,"
              + "\"replyToken\":\"t\",\"source\":{\"type\":\"user\",\"userId\":\"U1\"},"
              + "\"message\":{\"id\":\"1\",\"type\":\"location\",\"title\":\"a\","
              + "\"latitude\":25.1,\"longitude\":121.5}}";
      case MESSENGER, INSTAGRAM ->
          "{\"sender\":{\"id\":\"C1\"},\"recipient\":{\"id\":\"P1\"},\"timestamp\":1764000000123,"
              + "\"message\":{\"mid\":\"m1\",\"text\":\"a\",\"is_echo\":false,\"attachments\":[{\"type\":"
              + "\"image\",\"payload\":{\"url\":\"https://x.example\"}}],\"referral\":{\"ad_id\":\"7\"}}}";
      case WHATSAPP ->
          "{\"from\":\"886911\",\"id\":\"w1\",\"timestamp\":\"1764000000\",\"type\":\"order\",\"order\":"
              + "{\"catalog_id\":\"9\",\"product_items\":[{\"product_retailer_id\":\"a\",\"quantity\":2,"
              + "\"item_price\":12.5,\"currency\":\"TWD\"}]},\"referral\":{\"source_id\":\"1\","
              + "\"source_type\":\"ad\"},\"context\":{\"id\":\"w0\"}}";
    };
  }

  private static String call(ChannelType type, List<String> events) {
    String items = String.join(",", events);
    return switch (type) {
      case WIDGET -> throw new IllegalArgumentException("The widget has no webhook");
      case LINE -> "{\"events\":[" + items + "]}";
      case MESSENGER, INSTAGRAM -> "{\"entry\":[{\"id\":\"P1\",\"messaging\":[" + items + "]}]}";
      case WHATSAPP ->
          "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"N\"},"
              + "\"contacts\":[{\"wa_id\":\"886911\",\"profile\":{\"name\":\"A\"}}],\"messages\":["
              + items
              + "]}}]}]}";
    };
  }

  private static Optional<List<RawEvent>> split(ChannelType type, String body)
      throws MalformedJson {
    byte[] bytes = body.getBytes(UTF_8);
    return switch (type) {
      case WIDGET -> throw new IllegalArgumentException("The widget has no webhook");
      case LINE -> LineWebhookBody.events(bytes);
      case MESSENGER, INSTAGRAM -> MessagingBody.events(bytes).map(MutationsTest::events);
      case WHATSAPP -> WhatsappBody.events(bytes).map(MutationsTest::events);
    };
  }

  private static List<RawEvent> events(List<AccountEvent> events) {
    return events.stream().map(AccountEvent::event).toList();
  }

  /** Replaces one value, or takes one field out. */
  private static String mutated(String event, Random random) {
    List<Integer> colons = new ArrayList<>();
    for (int i = event.indexOf(':'); i >= 0; i = event.indexOf(':', i + 1)) {
      if (event.charAt(i - 1) == '"') {
        colons.add(i);
      }
    }
    int colon = colons.get(random.nextInt(colons.size()));
    int end = endOfValue(event, colon + 1);
    if (random.nextInt(4) == 0) {
      int name = event.lastIndexOf('"', event.lastIndexOf('"', colon - 1) - 1);
      return event.substring(0, name) + "\"x\":0" + event.substring(end);
    }
    return event.substring(0, colon + 1)
        + WRONG.get(random.nextInt(WRONG.size()))
        + event.substring(end);
  }

  private static int endOfValue(String event, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < event.length(); i++) {
      char c = event.charAt(i);
      quoted = (c == '"') != quoted;
      if (!quoted && (c == '{' || c == '[')) {
        depth++;
      } else if (!quoted && (c == '}' || c == ']' || c == ',')) {
        if (depth == 0) {
          return i;
        }
        depth -= c == ',' ? 0 : 1;
      }
    }
    return event.length();
  }

  /** The widget's events are our own: none comes in a call beside others. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WIDGET")
  void neverThrowNeighboursAway(ChannelType type) throws MalformedJson {
    Random random = new Random(20261128);
    for (int i = 0; i < MUTATIONS; i++) {
      String wrong = mutated(event(type), random);
      String body = call(type, List.of(event(type), wrong, event(type)));

      List<RawEvent> events = split(type, body).orElseThrow();

      String where = "mutation " + i;

      assertEquals(3, events.size(), where);
      assertTrue(events.get(1).json().contains(wrong), where);
      for (RawEvent event : List.of(events.getFirst(), events.getLast())) {
        InboundEvent read = Platforms.events(type).translate(Received.of(type, event));
        assertTrue(read.speaks(), where);
      }
      assertReadable(type, events.get(1), where);
    }
  }

  private static void assertReadable(ChannelType type, RawEvent event, String where) {
    InboundEvent read = Platforms.events(type).translate(Received.of(type, event));
    assertTrue(!event.id().isBlank(), where);
    assertEquals(event.id(), Platforms.events(type).eventId(event.json()), where);
    assertTrue(!MessageKind.of(read.content()).wireName().isBlank(), where);
    assertTrue(Preview.of(read.content()).length() <= 130, where);
    var source = read.source();
    assertTrue(source == null || !source.id().isBlank(), where);
  }
}
