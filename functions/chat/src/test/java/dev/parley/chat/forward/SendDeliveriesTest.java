package dev.parley.chat.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannel.Off;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.Delivery.Progress;
import dev.parley.domain.forward.Delivery.Status;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.ForwardJob.Again;
import dev.parley.domain.forward.Forwards;
import dev.parley.domain.forward.Target;
import dev.parley.domain.forward.TargetHealth;
import dev.parley.domain.forward.TargetHealth.Disabled;
import dev.parley.domain.forward.WebhookCaller.Result;
import dev.parley.domain.forward.WebhookEndpoint;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import dev.parley.platforms.line.LineSignature;
import dev.parley.platforms.webhook.StandardWebhooks;
import dev.parley.testkit.chat.InMemoryChannels;
import dev.parley.testkit.forward.InMemoryDeliveries;
import dev.parley.testkit.forward.InMemoryEndpoints;
import dev.parley.testkit.forward.RecordingForwards;
import dev.parley.testkit.forward.ScriptedCaller;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendDeliveriesTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final EndpointId ID = new EndpointId("whe_1");
  private static final Target ENDPOINT = new Target.Endpoint(ID);
  private static final byte[] SECRET = "secret".getBytes(StandardCharsets.US_ASCII);
  private static final String URL = "https://example.com/hook";

  private Instant now = NOON;
  private final InMemoryEndpoints endpoints = new InMemoryEndpoints();
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(() -> now);
  private final InMemoryChannels channels = new InMemoryChannels();
  private final List<String> leftOut = new ArrayList<>();
  private final ScriptedCaller caller = new ScriptedCaller();
  private final TellEvents tell = new TellEvents(endpoints, new RecordingForwards());
  private final SendDeliveries send =
      new SendDeliveries(
          deliveries,
          new FindReceivers(endpoints, endpoints, channels, new LeftOut()),
          endpoints,
          caller,
          new SendDeliveries.Retelling((place, at) -> Optional.empty(), tell),
          () -> now);

  /** Notes which forwards were left out, in which edition. */
  private final class LeftOut implements Forwards {
    @Override
    public Optional<List<String>> find(MerchantId merchant, ChannelId channel) {
      return Optional.empty();
    }

    @Override
    public boolean put(MerchantId merchant, ChannelId channel, List<String> urls) {
      return false;
    }

    @Override
    public void leaveOut(MerchantId merchant, ChannelId channel, String url, long edition) {
      leftOut.add(channel + " " + url + " " + edition);
    }
  }

  @BeforeEach
  void addAnEndpoint() {
    endpoints.add(
        new WebhookEndpoint(ID, MERCHANT, URL, List.of("message.sent"), NOON, TargetHealth.GOOD),
        SECRET);
  }

  private static Delivery delivery(int number) {
    return delivery(number, ENDPOINT, "{}");
  }

  private static Delivery delivery(int number, Target target, String body) {
    return Delivery.of(MERCHANT, target, "evt_" + number, "message.sent", NOON, body);
  }

  private Optional<Disabled> take(Delivery delivery) {
    return send.take(new ForwardJob.First(delivery));
  }

  private Delivery kept(Delivery delivery) {
    return deliveries.find(MERCHANT, delivery.id()).orElseThrow();
  }

  private Progress progress(Delivery delivery) {
    return kept(delivery).progress();
  }

  private @Nullable String reason(Delivery delivery) {
    Delivery.Try last = progress(delivery).lastTry();
    return last == null ? null : last.reason();
  }

  /** Moves on to when the delivery is due, and tries it then. */
  private Optional<Disabled> tryAgain(Delivery delivery) {
    Instant due = progress(delivery).dueAt();
    now = due == null ? now : due;
    return send.take(Again.of(kept(delivery), now));
  }

  @Test
  void whatIsTakenIsSignedAndDone() {
    take(delivery(1));

    assertEquals(
        List.of(
            new ScriptedCaller.Call(
                URL, StandardWebhooks.headers(SECRET, "evt_1", NOON, "{}"), "{}")),
        caller.calls());
    assertEquals(Status.DELIVERED, progress(delivery(1)).status());
    assertEquals(1, progress(delivery(1)).attempts());
    assertNull(progress(delivery(1)).dueAt());
  }

  @Test
  void whatIsDeliveredTwiceByTheQueueIsSentOnce() {
    take(delivery(1));
    take(delivery(1));

    assertEquals(1, caller.calls().size());
  }

  @Test
  void whatFailsIsTriedEverLaterForADayUnderTheSameIdAndSignedAnew() {
    caller.answers(500, 302, 404, 500, 500, 500, 500, 500, 500, 500, 500);
    List<Long> minutes = new ArrayList<>();

    take(delivery(1));
    while (progress(delivery(1)).isPending()) {
      tryAgain(delivery(1));
      minutes.add(Duration.between(NOON, now).toMinutes());
    }

    assertEquals(Status.FAILED, progress(delivery(1)).status());
    assertEquals(1440L, minutes.getLast());
    assertEquals(7, minutes.size());
    assertTrue(minutes.getFirst() <= 1, minutes::toString);
    assertEquals(
        Set.of("evt_1"),
        Set.copyOf(caller.calls().stream().map(c -> c.headers().get("webhook-id")).toList()));
    assertEquals(
        8,
        caller.calls().stream().map(c -> c.headers().get("webhook-signature")).distinct().count());
  }

  @Test
  void theLastTrySaysWhatWasAnswered() {
    caller.answers(404).then(new Result.Silent("The host is unknown"));

    take(delivery(1));
    assertEquals(
        new Delivery.Try(NOON, 404, "The target answered 404"), progress(delivery(1)).lastTry());

    tryAgain(delivery(1));
    assertEquals(
        new Delivery.Try(now, null, "The host is unknown"), progress(delivery(1)).lastTry());
  }

  @Test
  void aTargetThatAsksToBeLeftAloneIs() {
    caller.then(new Result.Answered(429, Duration.ofMinutes(20)));

    take(delivery(1));

    assertEquals(NOON.plus(Duration.ofMinutes(20)), progress(delivery(1)).dueAt());
  }

  @Test
  void aTargetThatIsGoneIsSwitchedOffAtOnce() {
    caller.answers(410);

    Optional<Disabled> disabled = take(delivery(1));

    assertEquals(Optional.of(new Disabled(Disabled.GONE, NOON)), disabled);
    assertEquals(disabled.orElseThrow(), endpoints.find(MERCHANT, ENDPOINT).disabled());
    assertEquals(Status.FAILED, progress(delivery(1)).status());
  }

  @Test
  void aTargetThatFailedForThreeDaysIsSwitchedOffWithItsNextFailure() {
    caller.answers(500, 500, 500);
    take(delivery(1));
    now = NOON.plus(Duration.ofDays(3)).minusMillis(1);
    assertEquals(Optional.empty(), take(delivery(2)));

    now = NOON.plus(Duration.ofDays(3));
    Optional<Disabled> disabled = take(delivery(3));

    assertEquals(Optional.of(new Disabled(Disabled.FAILING, now)), disabled);

    take(delivery(4));
    tryAgain(delivery(2));

    assertEquals(3, caller.calls().size());
    assertEquals("The target is disabled", reason(delivery(4)));
    assertEquals(Status.FAILED, progress(delivery(2)).status());
  }

  @Test
  void oneSuccessLetsFailuresBeForgotten() {
    caller.answers(500, 200, 500);
    take(delivery(1));
    now = NOON.plus(Duration.ofDays(2));
    take(delivery(2));
    assertEquals(TargetHealth.GOOD, endpoints.find(MERCHANT, ENDPOINT));

    now = NOON.plus(Duration.ofDays(4));
    assertEquals(Optional.empty(), take(delivery(3)));
  }

  @Test
  void aTargetThatKeepsFailingIsCalledNowAndThenAndNotForEachDelivery() {
    caller.answers(500, 500, 500, 500, 500);
    for (int i = 1; i <= 5; i++) {
      take(delivery(i));
    }

    take(delivery(6));

    assertEquals(5, caller.calls().size());
    assertEquals(0, progress(delivery(6)).attempts());
    assertEquals(NOON.plusSeconds(60), progress(delivery(6)).dueAt());

    tryAgain(delivery(6));

    assertEquals(6, caller.calls().size());
    assertEquals(Status.DELIVERED, progress(delivery(6)).status());
    assertEquals(TargetHealth.GOOD, endpoints.find(MERCHANT, ENDPOINT));
  }

  /** Lets a delivery be tried as often as it comes due while its target stays down. */
  private int timesDueWhileDown(Delivery delivery) {
    take(delivery);
    int times = 1;
    while (progress(delivery).isPending()) {
      Instant due = progress(delivery).dueAt();
      assertTrue(due != null && due.isAfter(now), () -> due + " at " + now);
      now = due;
      endpoints.failed(MERCHANT, ENDPOINT, now);
      send.take(Again.of(kept(delivery), now));
      times++;
    }
    return times;
  }

  @Test
  void whatWaitsForATargetThatIsDownComesDueEverMoreSeldom() {
    for (int i = 0; i < 20; i++) {
      endpoints.failed(MERCHANT, ENDPOINT, NOON);
    }

    int times = timesDueWhileDown(delivery(1));

    assertTrue(times <= 14, times + " times in a day");
    assertEquals(0, caller.calls().size());
    assertEquals(Status.FAILED, progress(delivery(1)).status());
    assertEquals("The target took nothing for a day", reason(delivery(1)));
    assertEquals(NOON.plus(Duration.ofDays(1)), now);
  }

  @Test
  void aReplayedDeliveryHasItsDayAgain() {
    for (int i = 0; i < 20; i++) {
      endpoints.failed(MERCHANT, ENDPOINT, NOON);
    }
    timesDueWhileDown(delivery(1));
    Delivery old = kept(delivery(1));
    deliveries.keep(old.with(old.progress().replayed(now, now)), old.progress().attempts());

    send.take(Again.of(kept(delivery(1)), now));

    assertTrue(progress(delivery(1)).isPending());
    assertEquals(now.plus(Duration.ofMinutes(15)), progress(delivery(1)).dueAt());
  }

  @Test
  void aJobThatIsBehindIsVoid() {
    caller.answers(500);
    take(delivery(1));
    Again first = Again.of(kept(delivery(1)), now);
    send.take(first);

    send.take(first);

    assertEquals(2, caller.calls().size());
    assertEquals(2, progress(delivery(1)).attempts());
  }

  @Test
  void whatWaitsForATargetThatWasRemovedIsGivenUp() {
    endpoints.remove(MERCHANT, ID);

    take(delivery(1));

    assertEquals(List.of(), caller.calls());
    assertEquals("The target was removed", reason(delivery(1)));
    assertEquals(Status.FAILED, progress(delivery(1)).status());
  }

  @Test
  void aForwardIsSignedWithItsChannelsSecret() {
    ChannelId channel = new ChannelId("line-shop");
    String body = "{ \"destination\":\"U\",\"events\":[{}]}\n";
    ConnectedChannel without =
        new ConnectedChannel(
            new Channel(channel, MERCHANT, ChannelType.LINE, "Shop", null),
            new ChannelCredentials.Line("channel secret", "token"));
    channels.put(new ConnectedChannel(without.channel(), without.credentials(), List.of(URL)));
    channels.putStale(without);

    take(delivery(1, new Target.Forward(channel, URL), body));
    take(delivery(2, new Target.Forward(channel, URL + "/gone"), body));

    String signature = LineSignature.of("channel secret", body.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of(new ScriptedCaller.Call(URL, Map.of("x-line-signature", signature), body)),
        caller.calls());
  }

  private void connect(ChannelId channel, Off off) {
    channels.put(
        new ConnectedChannel(
            new Channel(channel, MERCHANT, ChannelType.LINE, "Shop", null),
            new ChannelCredentials.Line("channel secret", "token"),
            List.of(URL),
            off));
  }

  @Test
  void aForwardThatIsSeenToBeOffIsLeftOutOfItsChannel() {
    ChannelId channel = new ChannelId("line-shop");
    Target forward = new Target.Forward(channel, URL);
    connect(channel, new Off(Set.of(), 7));
    caller.answers(410);

    take(delivery(1, forward, "{}"));
    take(delivery(2, forward, "{}"));
    connect(channel, new Off(Set.of(URL), 7));
    take(delivery(3, forward, "{}"));

    assertEquals(1, caller.calls().size());
    assertEquals("The target is disabled", reason(delivery(2, forward, "{}")));
    assertEquals("The target is disabled", reason(delivery(3, forward, "{}")));
    assertEquals(List.of("line-shop " + URL + " 7"), leftOut);
  }
}
