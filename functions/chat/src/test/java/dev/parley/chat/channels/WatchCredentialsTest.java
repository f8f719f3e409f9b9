package dev.parley.chat.channels;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.chat.channels.WatchCredentials.Asked;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelHealth;
import dev.parley.domain.channel.ChannelHealth.State;
import dev.parley.domain.channel.ChannelHealth.Trouble;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.CredentialReport;
import dev.parley.domain.channel.CredentialReport.NotTold;
import dev.parley.domain.channel.CredentialReport.Refused;
import dev.parley.domain.channel.CredentialReport.Valid;
import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.testkit.chat.InMemoryChannels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class WatchCredentialsTest {
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final ChannelId PAGE = new ChannelId("page-shop");
  private static final Instant END = NOON.plus(Duration.ofDays(30));

  private final AtomicLong passed = new AtomicLong();
  private final InMemoryChannels channels = new InMemoryChannels(this::now);
  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private Supplier<CredentialReport> answer = () -> new Valid(END);
  private final WatchCredentials watching =
      new WatchCredentials(channels, channels, this::check, this::now);

  private Instant now() {
    return NOON.plusMillis(passed.get());
  }

  private CredentialReport check(ChannelCredentials.Meta credentials) {
    asked.add(credentials.accessToken());
    return answer.get();
  }

  private void put(ChannelId id, String token) {
    channels.put(
        new ConnectedChannel(
            new Channel(id, MERCHANT, ChannelType.MESSENGER, "Page", null),
            new ChannelCredentials.Messenger("1", token, "secret", "verify")));
  }

  private ChannelHealth health() {
    return channels.find(MERCHANT, PAGE).orElseThrow().health();
  }

  private void wait(Duration time) {
    passed.addAndGet(time.toMillis());
  }

  @Test
  void asksOncePutAndThenOnceADay() {
    put(PAGE, "token");

    watching.run();
    watching.run();
    wait(Duration.ofHours(24).minusMillis(1));
    watching.run();
    int within = asked.size();
    wait(Duration.ofMillis(1));
    watching.run();

    assertEquals(1, within);
    assertEquals(2, asked.size());
    assertEquals(END, health().credentialExpiresAt());
  }

  @Test
  void asksAboutMoreThanAPage() {
    for (int i = 0; i < 120; i++) {
      put(new ChannelId("page-shop-" + i), "token-" + i);
    }

    List<Asked> all = watching.run();

    assertEquals(120, all.size());
    assertEquals(120, asked.stream().distinct().count());
  }

  @Test
  void aRunEndsInTimeAndTheNextGoesOn() {
    for (int i = 0; i < 120; i++) {
      put(new ChannelId("page-shop-" + i), "token-" + i);
    }
    answer =
        () -> {
          wait(Duration.ofSeconds(1));
          return new Valid(null);
        };

    int first = watching.run().size();
    int rest = watching.run().size() + watching.run().size();

    assertTrue(first < 120, "all at once: " + first);
    assertEquals(120, first + rest);
  }

  @Test
  void aPlatformThatDoesNotTellIsAskedAgainInAnHourAndWhatWasKnownStays() {
    put(PAGE, "token");
    watching.run();
    wait(Duration.ofDays(1));
    answer = () -> new NotTold("down");
    watching.run();
    watching.run();
    int down = asked.size();
    wait(Duration.ofHours(1));
    answer = () -> new Valid(END.plusSeconds(1));

    Instant known = health().credentialExpiresAt();
    watching.run();

    assertEquals(2, down);
    assertEquals(END, known);
    assertEquals(END.plusSeconds(1), health().credentialExpiresAt());
  }

  @Test
  void refusedCredentialsAreAChannelsTroubleUntilTheyAreTaken() {
    put(PAGE, "token");
    answer = () -> new Refused("revoked", NOON);
    watching.run();
    ChannelHealth refused = health();
    wait(Duration.ofDays(1));
    answer = () -> new Valid(null);

    watching.run();

    assertEquals(State.REFUSED, refused.state(NOON));
    assertEquals(new Trouble(NOON, Trouble.CREDENTIALS_REJECTED, "revoked"), refused.lastError());
    assertEquals(State.OK, health().state(now()));
  }

  @Test
  void whatIsPutWhileThePlatformAnswersIsAskedAboutAnew() {
    put(PAGE, "old");
    answer =
        () -> {
          answer = () -> new Valid(END);
          wait(Duration.ofMillis(1));
          put(PAGE, "new");
          return new Refused("revoked", null);
        };

    watching.run();
    watching.run();

    assertEquals(List.of("old", "new"), List.copyOf(asked));
    assertEquals(State.OK, health().state(NOON));
  }

  @Test
  void aFaultHoldsUpNoOtherChannel() {
    put(PAGE, "token");
    put(new ChannelId("page-two"), "two");
    AtomicBoolean fault = new AtomicBoolean(true);
    answer =
        () -> {
          if (fault.getAndSet(false)) {
            throw new TransientFault("KMS is throttled");
          }
          return new Valid(END);
        };

    int first = watching.run().size();
    wait(Duration.ofHours(1));
    int second = watching.run().size();

    assertEquals(1, first);
    assertEquals(1, second);
  }

  @Test
  void whatCanNeverBeOpenedFailsItsRunAndNotTheNext() {
    put(PAGE, "token");
    answer =
        () -> {
          throw new PermanentFault("can't be opened");
        };
    assertThrows(PermanentFault.class, watching::run);
    put(new ChannelId("page-two"), "two");
    answer = () -> new Valid(END);

    assertEquals(1, watching.run().size());
  }

  @Test
  void tellsWhatIsToBeSeenTo() {
    Channel channel = new Channel(PAGE, MERCHANT, ChannelType.MESSENGER, "Page", null);
    Instant week = NOON.plus(ChannelHealth.NOTICE);

    assertTrue(new Asked(channel, new Refused("revoked", null)).isEnding(NOON));
    assertTrue(new Asked(channel, new Valid(week)).isEnding(NOON));
    assertFalse(new Asked(channel, new Valid(week.plusMillis(1))).isEnding(NOON));
    assertFalse(new Asked(channel, new Valid(null)).isEnding(NOON));
    assertFalse(new Asked(channel, new NotTold("down")).isEnding(NOON));
  }
}
