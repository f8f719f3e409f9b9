package dev.parley.referral.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.id.RandomIds;
import dev.parley.domain.attribution.Click;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.AttributionTerms.Model;
import dev.parley.domain.referral.AttributionTerms.Start;
import dev.parley.domain.referral.LinkTarget;
import dev.parley.domain.referral.Referral;
import dev.parley.referral.links.FollowLinks.Visitor;
import dev.parley.testkit.referral.InMemoryParkedClicks;
import dev.parley.testkit.referral.InMemoryReferrals;
import dev.parley.testkit.referral.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowLinksTest {
  private static final Instant SENT = Instant.parse("2026-11-23T15:59:00Z");
  private static final Visitor PERSON = new Visitor("GET", "Mozilla/5.0 Line/14.9.0", null);
  private static final Visitor ROBOT = new Visitor("GET", "facebookexternalhit/1.1", null);

  private final InMemoryReferrals referrals = new InMemoryReferrals();
  private final List<Click> clicks = new ArrayList<>();
  private final InMemoryParkedClicks parked = new InMemoryParkedClicks();
  private final FollowLinks links = new FollowLinks(referrals, this::offer, parked);
  private boolean shut;
  private final Shop shop = new Shop(new MerchantId("mer_1"));

  @Test
  void leadsAPersonOnAndCountsTheClickOnTheMerchantsDay() {
    Referral referral = sent(AttributionTerms.DEFAULT);

    Optional<String> target = follow(referral, 1, PERSON, SENT.plusSeconds(120));

    assertEquals(Optional.of(LinkTarget.of(referral, referral.token(1))), target);
    assertEquals("2026-11-24", clicks.getFirst().sales().day().toString());
    assertEquals(1, clicks.getFirst().position());
  }

  @Test
  void leadsARobotOnWithoutCounting() {
    Referral referral = sent(AttributionTerms.DEFAULT);

    assertTrue(follow(referral, 0, ROBOT, SENT).isPresent());
    assertEquals(List.of(), clicks);
  }

  @Test
  void countsTheClicksOnRevokedAndExpiredLinksToo() {
    Referral expiring = sent(new AttributionTerms(1, Start.SEND, Model.LAST));
    referrals.revoke(expiring, 0, SENT.plusSeconds(60));

    assertTrue(follow(expiring, 0, PERSON, SENT.plusSeconds(60)).isPresent());
    assertTrue(follow(expiring, 1, PERSON, SENT.plus(Duration.ofHours(25))).isPresent());
    assertEquals(List.of(0, 1), clicks.stream().map(Click::position).toList());
  }

  @Test
  void knowsNoLinkThatWasNotMade() {
    Referral unsent = shop.referral("agt_x", "cnt_x", SENT);
    Referral referral = sent(AttributionTerms.DEFAULT);

    assertTrue(follow(unsent, 0, PERSON, SENT).isEmpty());
    assertTrue(links.follow("nonsense", PERSON, new RandomIds(() -> SENT)).isEmpty());
    assertTrue(follow(referral, 3, PERSON, SENT).isEmpty());
  }

  @Test
  void leadsOnAndParksTheClickWhileTheQueueIsDown() {
    Referral referral = sent(AttributionTerms.DEFAULT);
    shut = true;

    Optional<String> target = follow(referral, 0, PERSON, SENT.plusSeconds(60));

    assertEquals(Optional.of(LinkTarget.of(referral, referral.token(0))), target);
    assertEquals(List.of(), clicks);
    assertEquals(SENT.plusSeconds(60), parked.oldest(10).getFirst().at());
  }

  private List<Click> offer(List<Click> offered) {
    if (shut) {
      return offered;
    }
    clicks.addAll(offered);
    return List.of();
  }

  private Referral sent(AttributionTerms terms) {
    Referral referral = shop.referral("agt_a", "cnt_1", SENT, terms);
    referrals.add(referral);
    return referral;
  }

  private Optional<String> follow(Referral referral, int position, Visitor visitor, Instant at) {
    return links.follow(referral.token(position).value(), visitor, new RandomIds(() -> at));
  }
}
