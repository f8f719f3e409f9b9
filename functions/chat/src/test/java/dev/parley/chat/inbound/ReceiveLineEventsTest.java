package dev.parley.chat.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.aws.id.RandomIds;
import dev.parley.chat.forward.RelayCalls;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.testkit.chat.InMemoryChannels;
import dev.parley.testkit.chat.RecordingQueue;
import dev.parley.testkit.forward.RecordingForwards;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReceiveLineEventsTest {
  private static final ChannelId ID = new ChannelId("line-shop");
  private static final String TWO =
      "{\"events\":[{\"type\":\"a\",\"webhookEventId\":\"1\"},{\"type\":\"b\",\"webhookEventId\":\"2\"}]}";

  private final InMemoryChannels channels = new InMemoryChannels();
  private final RecordingQueue queue = new RecordingQueue();
  private final RecordingForwards forwards = new RecordingForwards();

  @BeforeEach
  void connect() {
    channels.put(channel("secret"));
  }

  private static ConnectedChannel channel(String secret) {
    return new ConnectedChannel(
        new Channel(ID, new MerchantId("mer_1"), ChannelType.LINE, "Shop", null),
        new ChannelCredentials.Line(secret, "token"));
  }

  private static String signature(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private WebhookOutcome call(ChannelId id, @Nullable String signature, String body) {
    return new ReceiveLineEvents(
            channels, new QueueEvents(queue, queue), new RelayCalls(forwards, forwards))
        .events(id, signature, body.getBytes(UTF_8), false, new RandomIds(InstantSource.system()));
  }

  private WebhookOutcome signed(String body) {
    return call(ID, signature("secret", body), body);
  }

  @Test
  void queuesEachEventOfACall() {
    WebhookOutcome outcome = signed(TWO);

    assertEquals(new WebhookOutcome.Queued(2), outcome);
    assertEquals(List.of("1", "2"), queue.queued().stream().map(ReceivedEvent::eventId).toList());
  }

  @Test
  void takesLinesEmptyCheck() {
    assertEquals(new WebhookOutcome.Queued(0), signed("{\"destination\":\"U\",\"events\":[]}"));
  }

  @Test
  void refusesAWrongOrMissingSignatureAndKeepsNothing() {
    assertEquals(new WebhookOutcome.BadSignature(), call(ID, signature("other", TWO), TWO));
    assertEquals(new WebhookOutcome.BadSignature(), call(ID, null, TWO));
    assertEquals(List.of(), queue.queued());
  }

  @Test
  void knowsASecretThatWasChangedAMomentAgo() {
    channels.putStale(channel("old"));

    assertEquals(new WebhookOutcome.Queued(2), signed(TWO));
  }

  @Test
  void doesNotKnowAnotherChannel() {
    assertEquals(
        new WebhookOutcome.UnknownChannel(),
        call(new ChannelId("line-none"), signature("secret", TWO), TWO));
  }

  @Test
  void refusesASignedBodyThatHoldsNoEvents() {
    assertInstanceOf(WebhookOutcome.NoEvents.class, signed("not json"));
    assertInstanceOf(WebhookOutcome.NoEvents.class, signed("{\"events\":{}}"));
    assertInstanceOf(WebhookOutcome.NoEvents.class, signed("[]"));
  }

  @Test
  void refusesACallWithAnEventThatNoQueueCarriesAndKeepsNothing() {
    String text = "x".repeat(QueueEvents.MOST_EVENT_BYTES);

    WebhookOutcome outcome =
        signed("{\"events\":[{\"webhookEventId\":\"1\"},{\"text\":\"" + text + "\"}]}");

    assertEquals(new WebhookOutcome.TooLarge(1, text.length() + 11), outcome);
    assertEquals(List.of(), queue.queued());
  }

  @Test
  void parksWhatTheQueueDoesNotTake() {
    queue.shut();

    WebhookOutcome outcome = signed(TWO);

    assertEquals(new WebhookOutcome.Queued(2), outcome);
    assertEquals(2, queue.oldest(10).size());
  }

  @Test
  void parkedEventsOfACallComeBackInTheirOrder() {
    queue.shut();
    List<String> ids = IntStream.range(0, 30).mapToObj(Integer::toString).toList();
    String events =
        ids.stream()
            .map(id -> "{\"webhookEventId\":\"" + id + "\"}")
            .collect(Collectors.joining(","));

    signed("{\"events\":[" + events + "]}");

    assertEquals(ids, queue.oldest(100).stream().map(ReceivedEvent::eventId).toList());
  }

  @Test
  void whatOneOfOursForwardedIsTakenAndGoesNoFurther() {
    ConnectedChannel plain = channel("secret");
    channels.put(
        new ConnectedChannel(
            plain.channel(), plain.credentials(), List.of("https://vendor.test/")));
    ReceiveLineEvents receiving =
        new ReceiveLineEvents(
            channels, new QueueEvents(queue, queue), new RelayCalls(forwards, forwards));
    RandomIds ids = new RandomIds(InstantSource.system());

    receiving.events(ID, signature("secret", TWO), TWO.getBytes(UTF_8), true, ids);
    int forwarded = forwards.drained().size();
    receiving.events(ID, signature("secret", TWO), TWO.getBytes(UTF_8), false, ids);

    assertEquals(4, queue.queued().size());
    assertEquals(0, forwarded);
    assertEquals(1, forwards.drained().size());
  }
}
