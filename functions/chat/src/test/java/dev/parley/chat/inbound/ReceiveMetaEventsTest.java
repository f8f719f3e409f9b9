package dev.parley.chat.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.id.RandomIds;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.platforms.webhook.HmacSha256;
import dev.parley.testkit.chat.InMemoryChannels;
import dev.parley.testkit.chat.RecordingQueue;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReceiveMetaEventsTest {
  private static final ChannelId PAGE = new ChannelId("shop-page");
  private static final ChannelId SECOND = new ChannelId("second-page");
  private static final String CALL =
      "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"messaging\":[{\"sender\":{\"id\":\"A\"},"
          + "\"message\":{\"mid\":\"m1\",\"text\":\"\\u4f60\"}}]},{\"id\":2,\"messaging\":["
          + "{\"sender\":{\"id\":\"B\"},\"message\":{\"mid\":\"m2\"}}]},{\"id\":\"9\","
          + "\"changes\":[{\"field\":\"feed\"}]}]}";

  private final InMemoryChannels channels = new InMemoryChannels();
  private final RecordingQueue queue = new RecordingQueue();
  private final ReceiveMetaEvents receiving =
      new ReceiveMetaEvents(channels, new QueueEvents(queue, queue));

  @BeforeEach
  void connect() {
    channels.put(page(PAGE, "mer_1", "1", "secret"));
  }

  private static ConnectedChannel page(
      ChannelId id, String merchant, String account, String secret) {
    return new ConnectedChannel(
        new Channel(id, new MerchantId(merchant), ChannelType.MESSENGER, "Shop", null),
        new ChannelCredentials.Messenger(account, "token", secret, "verify"));
  }

  private static String signature(String secret, String body) {
    return "sha256=" + HexFormat.of().formatHex(HmacSha256.of(secret, body.getBytes(UTF_8)));
  }

  private WebhookOutcome call(ChannelType type, ChannelId id, @Nullable String sign, String body) {
    return receiving.events(
        type, id, sign, body.getBytes(UTF_8), new RandomIds(InstantSource.system()));
  }

  private WebhookOutcome call(String body) {
    return call(ChannelType.MESSENGER, PAGE, signature("secret", body), body);
  }

  private List<String> queuedFor() {
    return queue.queued().stream().map(event -> event.channelId().value()).toList();
  }

  @Test
  void queuesEachEventForTheChannelOfItsAccount() {
    channels.put(page(SECOND, "mer_1", "2", "secret"));

    assertEquals(new WebhookOutcome.Queued(3), call(CALL));

    assertEquals(List.of("shop-page", "second-page", "shop-page"), queuedFor());
    ReceivedEvent first = queue.queued().getFirst();
    assertEquals(
        "{\"stranger\":\"9\",\"event\":{\"field\":\"feed\"}}", queue.queued().getLast().raw());
    assertNull(queue.queued().getLast().sender());
    assertEquals("m1", first.eventId());
    assertEquals("A", first.sender());
    assertEquals(
        "{\"sender\":{\"id\":\"A\"},\"message\":{\"mid\":\"m1\",\"text\":\"\\u4f60\"}}",
        first.raw());
  }

  @Test
  void anotherAppsAndAnotherMerchantsAccountsStayWithTheChannelThatWasCalled() {
    channels.put(page(SECOND, "mer_1", "2", "other"));
    channels.put(page(new ChannelId("stranger"), "mer_2", "9", "secret"));

    call(CALL);

    assertEquals(List.of("shop-page", "shop-page", "shop-page"), queuedFor());
  }

  @Test
  void refusesWhatIsNotSignedWithTheAppsSecret() {
    assertInstanceOf(
        WebhookOutcome.BadSignature.class, call(ChannelType.MESSENGER, PAGE, null, CALL));
    assertInstanceOf(
        WebhookOutcome.BadSignature.class,
        call(ChannelType.MESSENGER, PAGE, signature("wrong", CALL), CALL));
    assertEquals(List.of(), queue.queued());
  }

  @Test
  void takesANewSecretAtOnce() {
    channels.put(page(PAGE, "mer_1", "1", "new"));
    channels.putStale(page(PAGE, "mer_1", "1", "secret"));

    assertInstanceOf(
        WebhookOutcome.Queued.class,
        call(ChannelType.MESSENGER, PAGE, signature("new", CALL), CALL));
  }

  @Test
  void whatIsAboutAnotherOfMetasProductsDoesNotBelongHere() {
    assertInstanceOf(WebhookOutcome.UnknownChannel.class, call(CALL.replace("page", "instagram")));
    assertEquals(List.of(), queue.queued());
  }

  @Test
  void anEventThatIsTooLargeTakesNoNeighbourAlong() {
    String call = CALL.replace("\\u4f60", "x".repeat(QueueEvents.MOST_EVENT_BYTES));

    assertEquals(new WebhookOutcome.Queued(3), call(call));

    String raw = queue.queued().getFirst().raw();
    assertTrue(raw.startsWith("{\"tooLarge\":{\"bytes\":200") && raw.length() < 20_000, raw);
    assertEquals("m2", queue.queued().get(1).raw().replaceAll(".*(m2).*", "$1"));
  }

  @Test
  void aStrangersNameMayBeTooLargeToo() {
    String stranger = "9".repeat(QueueEvents.MOST_EVENT_BYTES);

    assertEquals(
        new WebhookOutcome.Queued(1),
        call(
            "{\"object\":\"page\",\"entry\":[{\"id\":\"%s\",\"messaging\":[{\"timestamp\":1}]}]}"
                .formatted(stranger)));

    String raw = queue.queued().getFirst().raw();
    assertTrue(raw.startsWith("{\"tooLarge\":{\"bytes\":200") && raw.length() < 20_000, raw);
  }

  @Test
  void aChannelIsKnownUnderItsOwnPlatformAlone() {
    assertInstanceOf(
        WebhookOutcome.UnknownChannel.class,
        call(ChannelType.WHATSAPP, PAGE, signature("secret", CALL), CALL));
    assertInstanceOf(
        WebhookOutcome.UnknownChannel.class,
        call(ChannelType.MESSENGER, new ChannelId("no-channel"), signature("secret", CALL), CALL));
  }

  @Test
  void saysWhatIsWrongWithASignedBody() {
    assertInstanceOf(WebhookOutcome.NoEvents.class, call("{\"object\":\"page\"}"));
    assertInstanceOf(WebhookOutcome.NoEvents.class, call("{\"entry\":[{]}"));
    assertEquals(List.of(), queue.queued());
  }

  @Test
  void knowsItsVerifyToken() {
    assertEquals(Optional.of(true), verify(PAGE, "verify"));
    assertEquals(Optional.of(false), verify(PAGE, "other"));
    assertEquals(Optional.empty(), verify(new ChannelId("no-channel"), "verify"));
  }

  private Optional<Boolean> verify(ChannelId id, String token) {
    return receiving.knowsVerifyToken(ChannelType.MESSENGER, id, token);
  }
}
