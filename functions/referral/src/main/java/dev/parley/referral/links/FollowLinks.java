package dev.parley.referral.links;

import dev.parley.domain.attribution.Click;
import dev.parley.domain.attribution.ClickQueue;
import dev.parley.domain.attribution.ParkedClicks;
import dev.parley.domain.id.Ids;
import dev.parley.domain.referral.LinkTarget;
import dev.parley.domain.referral.LinkToken;
import dev.parley.domain.referral.PreviewRobots;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.Referrals;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a tracked link to the product's page. A person's click is queued to be recorded, or
 * parked while the queue is down, also where the link can earn nothing any more: the reports count
 * all clicks by people. Preview robots are led on and not counted.
 */
public final class FollowLinks {
  private final Referrals referrals;
  private final ClickQueue clicks;
  private final ParkedClicks parked;

  public FollowLinks(Referrals referrals, ClickQueue clicks, ParkedClicks parked) {
    this.referrals = referrals;
    this.clicks = clicks;
    this.parked = parked;
  }

  /** Returns where the link leads, or empty when there is no such link. */
  public Optional<String> follow(String text, Visitor visitor, Ids ids) {
    return LinkToken.leading(text)
        .flatMap(token -> referrals.find(token).map(found -> led(found, token, visitor, ids)));
  }

  private String led(Referral referral, LinkToken token, Visitor visitor, Ids ids) {
    if (!visitor.isRobot()) {
      count(Click.on(referral, token, ids.next("clk"), ids.startedAt()));
    }
    return LinkTarget.of(referral, token);
  }

  private void count(Click click) {
    List<Click> left = clicks.offer(List.of(click));
    if (!left.isEmpty()) {
      parked.park(left);
    }
  }

  /**
   * Who follows a link.
   *
   * @param purpose what the request says it is for, where it says so
   */
  public record Visitor(String method, @Nullable String userAgent, @Nullable String purpose) {
    boolean isRobot() {
      return PreviewRobots.isRobot(method, userAgent, purpose);
    }
  }
}
