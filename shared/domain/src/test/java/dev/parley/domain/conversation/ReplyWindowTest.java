package dev.parley.domain.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.domain.conversation.ReplyWindow.Alternative;
import dev.parley.domain.conversation.ReplyWindow.AlternativeKind;
import dev.parley.domain.conversation.ReplyWindow.Closed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReplyWindowTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final ReplyWindow WINDOW =
      new ReplyWindow(DAY, Duration.ofDays(7), Duration.ofDays(7), false);
  private static final ReplyWindow TEMPLATES =
      new ReplyWindow(DAY, Duration.ZERO, Duration.ZERO, true);

  private static LastContact at(@Nullable Instant at) {
    return new LastContact(at, null, null);
  }

  private static LastContact byAd(@Nullable Instant byAdAt) {
    return new LastContact(NOON, byAdAt, new AdReferral(null, "ref", null));
  }

  @Test
  void isOpenForADayAndNotAMomentLonger() {
    assertEquals(NOON.plus(DAY), WINDOW.endsAt(at(NOON)));
    assertEquals(Optional.empty(), WINDOW.closed(at(NOON), NOON.plus(DAY).minusMillis(1), true));
    assertEquals(
        NOON.plus(DAY), WINDOW.closed(at(NOON), NOON.plus(DAY), true).orElseThrow().endedAt());
  }

  @Test
  void neverEndsWhereThePlatformHasNone() {
    assertNull(ReplyWindow.NONE.endsAt(at(Instant.EPOCH)));
    assertEquals(Optional.empty(), ReplyWindow.NONE.closed(LastContact.NEVER, NOON, false));
  }

  @Test
  void isClosedToThoseWhoWereNeverInTouch() {
    assertEquals(Instant.EPOCH, WINDOW.endsAt(LastContact.NEVER));
    assertEquals(
        new Closed(Instant.EPOCH, List.of()),
        WINDOW.closed(LastContact.NEVER, NOON, true).orElseThrow());
  }

  @Test
  void isLongerForThoseWhoCameByAnAdvertisement() {
    Instant later = NOON.plus(DAY);

    assertEquals(later.plus(Duration.ofDays(7)), WINDOW.endsAt(byAd(later)));
    assertEquals(NOON.plus(DAY), WINDOW.endsAt(byAd(null)));
    assertEquals(NOON.plus(DAY), TEMPLATES.endsAt(byAd(NOON)));
  }

  @Test
  void whatAPersonWritesByHandMayGoForAWeek() {
    Instant twoDays = NOON.plus(Duration.ofDays(2));
    Instant week = NOON.plus(Duration.ofDays(7));

    assertEquals(
        List.of(new Alternative(AlternativeKind.HUMAN_AGENT, week)),
        WINDOW.closed(at(NOON), twoDays, true).orElseThrow().alternatives());
    assertEquals(List.of(), WINDOW.closed(at(NOON), twoDays, false).orElseThrow().alternatives());
    assertEquals(List.of(), WINDOW.closed(at(NOON), week, true).orElseThrow().alternatives());
  }

  @Test
  void aTemplateMayGoAtAnyTime() {
    assertEquals(
        List.of(new Alternative(AlternativeKind.TEMPLATE, null)),
        TEMPLATES
            .closed(at(NOON), NOON.plus(Duration.ofDays(400)), true)
            .orElseThrow()
            .alternatives());
  }
}
