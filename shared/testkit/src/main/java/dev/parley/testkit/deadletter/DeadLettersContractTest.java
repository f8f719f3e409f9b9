package dev.parley.testkit.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.deadletter.DeadLetter.Settlement;
import dev.parley.domain.deadletter.DeadLetter.Status;
import dev.parley.domain.deadletter.DeadLetters;
import dev.parley.domain.deadletter.DeadLetters.Filter;
import dev.parley.domain.deadletter.DeadLetters.Kept;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.DeadLetterId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What all who keep dead letters do, in memory or in a table. */
public abstract class DeadLettersContractTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");
  private static final Original ORIGINAL = new Original("{\"t\":\"你好 👋 \\u0000\"}", "line:U1");
  private static final AgentId OWNER = new AgentId("agt_1");

  private final MerchantId merchant = new MerchantId("mer_" + UUID.randomUUID());
  private final MerchantId other = new MerchantId("mer_" + UUID.randomUUID());
  private Instant now = NOON;

  /**
   * Returns the letters.
   *
   * @param clock what the time is
   */
  protected abstract DeadLetters letters(InstantSource clock);

  private @Nullable DeadLetters made;

  private DeadLetters letters() {
    DeadLetters letters = made;
    if (letters == null) {
      letters = letters(() -> now);
      made = letters;
    }
    return letters;
  }

  private DeadLetter letter(@Nullable MerchantId of, int number, Kind kind) {
    return new DeadLetter(
        new DeadLetterId("dlt_" + Ulids.named(merchant + "#" + number)),
        of,
        kind,
        Map.of("channelId", "line-shop", "eventId", "e" + number),
        NOON.plusSeconds(number),
        5,
        "InternalServerErrorException of an AWS service",
        null);
  }

  private DeadLetter kept(int number, Kind kind) {
    DeadLetter letter = letter(merchant, number, kind);
    assertTrue(letters().keep(letter, ORIGINAL));
    return letter;
  }

  private Page<DeadLetter> list(Filter filter, int limit, @Nullable String cursor) {
    return letters().list(merchant, filter, new PageRequest(limit, cursor));
  }

  private static Settlement settlement(Status status) {
    return new Settlement(status, OWNER, NOON.plusSeconds(60));
  }

  @Test
  void aLetterComesBackWhole() {
    DeadLetter letter = kept(1, Kind.INBOUND_EVENT);

    assertEquals(Optional.of(new Kept(letter, ORIGINAL)), letters().find(merchant, letter.id()));
    assertEquals(List.of(letter), list(Filter.ALL, 10, null).items());
  }

  @Test
  void aLetterKeptTwiceIsTheFirstOne() {
    DeadLetter letter = kept(1, Kind.INBOUND_EVENT);
    letters().settle(merchant, letter.id(), settlement(Status.RETRIED));

    boolean again = letters().keep(letter, new Original("other", ""));

    Kept kept = letters().find(merchant, letter.id()).orElseThrow();
    assertFalse(again);
    assertEquals(Status.RETRIED, kept.letter().status());
    assertEquals(ORIGINAL, kept.original());
    assertEquals(1, list(Filter.ALL, 10, null).items().size());
  }

  @Test
  void nobodySeesAnothersLetterOrOneOfNobody() {
    DeadLetter letter = kept(1, Kind.CLICK);
    DeadLetter nobodys = letter(null, 2, Kind.CLICK);

    boolean isNew = letters().keep(nobodys, new Original("{", ""));

    assertTrue(isNew);
    assertFalse(letters().keep(nobodys, new Original("{", "")));
    assertEquals(Optional.empty(), letters().find(other, letter.id()));
    assertEquals(Optional.empty(), letters().find(merchant, nobodys.id()));
    assertFalse(letters().settle(other, letter.id(), settlement(Status.DISCARDED)));
    assertEquals(List.of(letter), list(Filter.ALL, 10, null).items());
    assertEquals(List.of(), letters().list(other, Filter.ALL, new PageRequest(10, null)).items());
  }

  @Test
  void whatIsNoIdNamesNoLetter() {
    assertEquals(Optional.empty(), letters().find(merchant, new DeadLetterId("")));
    assertEquals(Optional.empty(), letters().find(merchant, new DeadLetterId("dlt_1")));
  }

  @Test
  void theNewestComesFirstPageByPage() {
    List<DeadLetter> all =
        IntStream.range(0, 5).mapToObj(i -> kept(i, Kind.ORDER)).toList().reversed();

    Page<DeadLetter> first = list(Filter.ALL, 2, null);
    Page<DeadLetter> second = list(Filter.ALL, 2, first.nextCursor());
    Page<DeadLetter> third = list(Filter.ALL, 2, second.nextCursor());

    assertEquals(all.subList(0, 2), first.items());
    assertEquals(all.subList(2, 4), second.items());
    assertEquals(all.subList(4, 5), third.items());
    assertNotNull(second.nextCursor());
    assertNull(third.nextCursor());
  }

  @Test
  void aListIsNarrowedByStatusAndKind() {
    DeadLetter click = kept(1, Kind.CLICK);
    DeadLetter order = kept(2, Kind.ORDER);
    DeadLetter settled = kept(3, Kind.CLICK);
    letters().settle(merchant, settled.id(), settlement(Status.DISCARDED));

    assertEquals(List.of(order, click), list(new Filter(Status.OPEN, null), 10, null).items());
    assertEquals(List.of(click), list(new Filter(Status.OPEN, Kind.CLICK), 10, null).items());
    assertEquals(
        List.of(settled.with(settlement(Status.DISCARDED))),
        list(new Filter(Status.DISCARDED, null), 10, null).items());
    assertEquals(List.of(), list(new Filter(Status.RETRIED, null), 10, null).items());
  }

  @Test
  void anOpenLetterIsSettledOnce() {
    DeadLetter letter = kept(1, Kind.CLICK);

    assertTrue(letters().settle(merchant, letter.id(), settlement(Status.RETRIED)));
    assertFalse(letters().settle(merchant, letter.id(), settlement(Status.RETRIED)));
    assertFalse(letters().settle(merchant, letter.id(), settlement(Status.DISCARDED)));

    assertEquals(
        letter.with(settlement(Status.RETRIED)),
        letters().find(merchant, letter.id()).orElseThrow().letter());
  }

  @Test
  void thatALetterWasRetriedCountsMoreThanThatItWasDiscarded() {
    DeadLetter letter = kept(1, Kind.CLICK);
    letters().settle(merchant, letter.id(), settlement(Status.DISCARDED));

    assertTrue(letters().settle(merchant, letter.id(), settlement(Status.RETRIED)));

    assertEquals(
        Status.RETRIED, letters().find(merchant, letter.id()).orElseThrow().letter().status());
  }

  @Test
  void whatIsNotThereCanNotBeSettled() {
    DeadLetterId none = letter(merchant, 9, Kind.CLICK).id();

    assertFalse(letters().settle(merchant, none, settlement(Status.DISCARDED)));
    assertEquals(Optional.empty(), letters().find(merchant, none));
  }

  @Test
  void aSettledLetterGoesAfterNinetyDaysAndAnOpenOneStays() {
    DeadLetter open = kept(1, Kind.CLICK);
    DeadLetter settled = kept(2, Kind.CLICK);
    letters().settle(merchant, settled.id(), settlement(Status.DISCARDED));

    now = NOON.plus(Duration.ofDays(90));
    int before = list(Filter.ALL, 10, null).items().size();
    now = NOON.plus(Duration.ofDays(91));

    assertEquals(2, before);
    assertEquals(List.of(open), list(Filter.ALL, 10, null).items());
    assertEquals(Optional.empty(), letters().find(merchant, settled.id()));
    assertEquals(1, letters().find(merchant, open.id()).stream().count());
  }
}
