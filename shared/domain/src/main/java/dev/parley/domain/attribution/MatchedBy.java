package dev.parley.domain.attribution;

/** How an order was found to be a contact's, from the surest to the least sure. */
public enum MatchedBy {
  LINK_TOKEN("linkToken"),
  LANDING_URL("landingUrl"),
  MEMBER_ID("memberId"),
  PHONE("phone"),
  EMAIL("email");

  private final String wireName;

  MatchedBy(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
