package dev.parley.testkit.chat;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelHealth;
import dev.parley.domain.channel.ChannelHealth.State;
import dev.parley.domain.channel.ChannelHealth.Trouble;
import dev.parley.domain.channel.ChannelNames;
import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.channel.Channels.Entry;
import dev.parley.domain.channel.Channels.PutOutcome;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.channel.CredentialReport;
import dev.parley.domain.channel.CredentialWatch;
import dev.parley.domain.channel.CredentialWatch.Due;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What channels, their credentials and their signs of life do, in memory or in a table. */
public abstract class ChannelsContractTest {
  private static final ChannelHealth NO_SIGNS = ChannelHealth.UNKNOWN;

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final MerchantId own = new MerchantId("mer_" + UUID.randomUUID());
  private final MerchantId other = new MerchantId("mer_" + UUID.randomUUID());
  private final ChannelId id = new ChannelId("line-" + UUID.randomUUID());

  protected abstract Channels channels();

  protected abstract ConnectedChannels connected();

  protected abstract ChannelNames names();

  protected abstract ChannelSigns signs();

  protected abstract CredentialWatch watch();

  /** The clock that the ports under test look at. */
  protected final InstantSource clock() {
    return now::get;
  }

  private void wait(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private static ConnectedChannel line(MerchantId merchant, ChannelId id, String secret) {
    return line(merchant, id, secret, null);
  }

  private static ConnectedChannel line(
      MerchantId merchant, ChannelId id, String secret, @Nullable StoreId store) {
    return new ConnectedChannel(
        new Channel(id, merchant, ChannelType.LINE, "Shop " + secret, store),
        new ChannelCredentials.Line(secret, "token"));
  }

  private ChannelHealth health() {
    return channels().find(own, id).orElseThrow().health();
  }

  @Test
  void aConnectedChannelIsFoundWithItsCredentials() {
    ConnectedChannel channel = line(own, id, "secret", new StoreId("sto_1"));

    PutOutcome put = channels().put(channel);

    Entry entry = new Entry(channel.channel(), NO_SIGNS);
    assertEquals(new PutOutcome.Connected(entry), put);
    assertEquals(Optional.of(entry), channels().find(own, id));
    assertEquals(Optional.of(channel), connected().find(id));
  }

  @Test
  void whatIsNotConnectedIsNotFoundAndIsFoundOnceItIs() {
    Optional<ConnectedChannel> before = connected().find(id);

    channels().put(line(own, id, "secret"));

    assertEquals(Optional.empty(), before);
    assertEquals(Optional.of(line(own, id, "secret")), connected().find(id));
  }

  @Test
  void anotherMerchantCanNeitherTakeNorSeeNorRemoveIt() {
    channels().put(line(own, id, "secret"));

    assertEquals(new PutOutcome.Taken(), channels().put(line(other, id, "theirs")));
    assertEquals(Optional.empty(), channels().find(other, id));
    assertFalse(channels().remove(other, id));
    assertEquals(Optional.of(line(own, id, "secret")), connected().findFresh(id));
  }

  @Test
  void puttingAgainChangesItAndTakesItsStoreAway() {
    channels().put(line(own, id, "one", new StoreId("sto_1")));

    channels().put(line(own, id, "two"));

    Entry changed = channels().find(own, id).orElseThrow();
    assertEquals("Shop two", changed.channel().name());
    assertNull(changed.channel().storeId());
    assertEquals(1, channels().list(own, new PageRequest(9, null)).items().size());
  }

  @Test
  void aRemovedChannelIsFreeForAnotherMerchant() {
    channels().put(line(own, id, "secret"));
    signs().received(id);

    boolean removed = channels().remove(own, id);
    PutOutcome taken = channels().put(line(other, id, "theirs"));

    assertTrue(removed);
    assertFalse(channels().remove(own, id));
    Channel theirs = line(other, id, "theirs").channel();
    assertEquals(new PutOutcome.Connected(new Entry(theirs, NO_SIGNS)), taken);
    assertEquals(Optional.empty(), channels().find(own, id));
  }

  @Test
  void listsOnlyTheMerchantsOwnInPages() {
    ChannelId second = new ChannelId(id.value() + "b");
    channels().put(line(own, second, "s"));
    channels().put(line(own, id, "s"));
    channels().put(line(other, new ChannelId(id.value() + "c"), "s"));

    Page<Entry> first = channels().list(own, new PageRequest(1, null));
    Page<Entry> rest = channels().list(own, new PageRequest(5, first.nextCursor()));

    assertEquals(List.of(id), first.map(e -> e.channel().id()).items());
    assertEquals(List.of(second), rest.map(e -> e.channel().id()).items());
    assertNull(rest.nextCursor());
  }

  @Test
  void namesAreTheMerchantsOwn() {
    channels().put(line(own, id, "one"));
    channels().put(line(other, new ChannelId(id.value() + "c"), "two"));

    assertEquals(Map.of(id, "Shop one"), names().of(own));
  }

  @Test
  void credentialsThatDidNotFitAreReadAgain() {
    ConnectedChannels cached = connected();
    channels().put(line(own, id, "old"));
    cached.find(id);
    channels().put(line(own, id, "new"));

    wait(Duration.ofSeconds(1));

    assertEquals(Optional.of(line(own, id, "new")), cached.findFresh(id));
    assertEquals(Optional.of(line(own, id, "new")), cached.find(id));
  }

  @Test
  void aRemovedChannelIsGoneAfterAMinute() {
    ConnectedChannels cached = connected();
    channels().put(line(own, id, "secret"));
    cached.find(id);
    channels().remove(own, id);

    wait(Duration.ofMinutes(1));

    assertEquals(Optional.empty(), cached.find(id));
  }

  @Test
  void showsEachKindOfSign() {
    channels().put(line(own, id, "secret"));

    signs().received(id);
    signs().sent(id);
    signs().failed(id, "monthlyLimit", "You have reached your monthly limit.");

    Trouble trouble = new Trouble(NOON, "monthlyLimit", "You have reached your monthly limit.");
    assertEquals(new ChannelHealth(NOON, NOON, trouble, null, null), health());
  }

  @Test
  void keepsASignAtMostOnceAMinute() {
    ChannelSigns signs = signs();
    channels().put(line(own, id, "secret"));
    signs.received(id);

    wait(Duration.ofSeconds(59));
    signs.received(id);
    Instant within = health().lastEventAt();
    wait(Duration.ofSeconds(1));
    signs.received(id);

    assertEquals(NOON, within);
    assertEquals(NOON.plusSeconds(60), health().lastEventAt());
  }

  @Test
  void changingAChannelKeepsItsSigns() {
    channels().put(line(own, id, "one"));
    signs().received(id);

    channels().put(line(own, id, "two"));

    assertEquals(NOON, health().lastEventAt());
  }

  @Test
  void aSignDoesNotBringARemovedChannelBack() {
    channels().put(line(own, id, "secret"));
    channels().remove(own, id);

    signs().received(id);
    signs().failed(id, "rejected", "no");

    assertEquals(Optional.empty(), channels().find(own, id));
    assertEquals(Optional.empty(), connected().findFresh(id));
  }

  private Due page(ChannelId page, String token) {
    ConnectedChannel channel =
        new ConnectedChannel(
            new Channel(page, own, ChannelType.MESSENGER, "Page", null),
            new ChannelCredentials.Messenger("1", token, "secret", "verify"));
    PutOutcome.Connected put =
        assertInstanceOf(PutOutcome.Connected.class, channels().put(channel));
    return Objects.requireNonNull(put.due());
  }

  /** Returns what is due of this test's own: the table holds what other tests left. */
  private List<Due> dueOfOwn() {
    return watch().due(1000).stream().filter(d -> d.id().value().contains(id.value())).toList();
  }

  @Test
  void aChannelIsDueOncePutUntilItIsPutOff() {
    Due due = page(id, "token");
    channels().put(line(own, new ChannelId(id.value() + "b"), "secret"));
    List<Due> before = dueOfOwn();

    Optional<Due> later = watch().putOff(due, NOON.plusSeconds(60));

    assertEquals(List.of(due), before);
    assertEquals(Optional.of(new Due(id, NOON.plusSeconds(60))), later);
    assertEquals(Optional.empty(), watch().putOff(due, NOON.plusSeconds(90)));
    assertEquals(List.of(), dueOfOwn());
    wait(Duration.ofSeconds(60));
    assertEquals(List.of(new Due(id, NOON.plusSeconds(60))), dueOfOwn());
    channels().remove(own, id);
    assertEquals(List.of(), dueOfOwn());
  }

  @Test
  void whoWaitsLongestIsDueFirst() {
    Due first = page(new ChannelId(id.value() + "z"), "token");
    wait(Duration.ofSeconds(1));
    Due second = page(id, "token");

    assertEquals(List.of(first, second), dueOfOwn());
  }

  @Test
  void showsUntilWhenCredentialsAreGoodAndThatTheyAreNot() {
    Instant next = NOON.plusSeconds(60);
    Instant end = NOON.plus(Duration.ofDays(7));
    watch().keep(page(id, "token"), new CredentialReport.Valid(end), next);
    ChannelHealth good = health();

    watch().keep(new Due(id, next), new CredentialReport.Refused("revoked", null), next);

    assertEquals(new ChannelHealth(null, null, null, end, null), good);
    assertEquals(State.OK, good.state(NOON.minusMillis(1)));
    assertEquals(State.EXPIRING, good.state(NOON));
    assertEquals(State.EXPIRED, good.state(end));
    Trouble trouble = new Trouble(NOON, Trouble.CREDENTIALS_REJECTED, "revoked");
    assertEquals(new ChannelHealth(null, null, trouble, null, NOON), health());
    assertEquals(State.REFUSED, health().state(NOON));
  }

  @Test
  void whatWasLearntOfCredentialsThatWerePutAnewIsVoid() {
    Due old = page(id, "old");
    wait(Duration.ofMillis(1));
    page(id, "new");

    watch().keep(old, new CredentialReport.Refused("revoked", null), NOON.plusSeconds(60));
    watch().keep(old, new CredentialReport.Valid(NOON), NOON.plusSeconds(60));

    assertEquals(NO_SIGNS, health());
    assertEquals(1, dueOfOwn().size());
  }

  @Test
  void putCredentialsAreNotRefusedYet() {
    Due due = page(id, "old");
    watch().keep(due, new CredentialReport.Refused("revoked", NOON), NOON.plusSeconds(60));

    page(id, "new");

    assertEquals(State.OK, health().state(NOON));
    assertNull(health().credentialExpiresAt());
  }

  @Test
  void aRefusedSendShowsAtOnceAndIsForgottenWithOneThatWasTaken() {
    ChannelSigns signs = signs();
    channels().put(line(own, id, "secret"));
    signs.sent(id);
    signs.failed(id, "platformUnavailable", "down");

    signs.failed(id, Trouble.CREDENTIALS_REJECTED, "revoked");
    State refused = health().state(NOON);
    signs.sent(id);
    State taken = health().state(NOON);
    signs.failed(id, Trouble.CREDENTIALS_REJECTED, "revoked");

    assertEquals(State.REFUSED, refused);
    assertEquals(State.OK, taken);
    assertEquals(State.REFUSED, health().state(NOON));
  }
}
