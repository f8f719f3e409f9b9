package dev.parley.domain.attribution;

/** What one link is for one order, and why. */
public record Judgement(Touch touch, Verdict verdict) {
  /** The ways a link can stand to an order. */
  public enum Verdict {
    LED("led", "The order is credited to this link."),
    ASSISTED("assisted", "It qualifies, but another agent's link leads."),
    SAME_AGENT("sameAgent", "It qualifies, but another link of the same agent counts."),
    OUTSIDE_WINDOW("outsideWindow", "The order came after the link's lifetime had ended."),
    NO_CLICK("noClick", "Nobody opened the link."),
    CLICKED_AFTER_ORDER("clickedAfterOrder", "The link was first opened after the order."),
    SENT_AFTER_ORDER("sentAfterOrder", "The link was sent after the order."),
    REVOKED("revoked", "The link was revoked before the order.");

    private final String wireName;
    private final String explanation;

    Verdict(String wireName, String explanation) {
      this.wireName = wireName;
      this.explanation = explanation;
    }

    public String wireName() {
      return wireName;
    }

    public String explanation() {
      return explanation;
    }

    public boolean isCredit() {
      return this == LED || this == ASSISTED;
    }
  }
}
