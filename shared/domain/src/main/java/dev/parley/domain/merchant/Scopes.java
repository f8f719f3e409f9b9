package dev.parley.domain.merchant;

import java.util.List;

/**
 * The names of what a key can be limited to: the first part of the routes' paths, alone for all of
 * them or with {@code :read} for those that change nothing.
 */
public final class Scopes {
  public static final List<String> AREAS =
      List.of(
          "agents",
          "channels",
          "conversations",
          "dead-letters",
          "external-orders",
          "health",
          "links",
          "products",
          "referrals",
          "replays",
          "reports",
          "settings",
          "webhook-deliveries",
          "webhook-endpoints");
  private static final String READ = ":read";

  private Scopes() {}

  public static boolean exists(String name) {
    String area = name.endsWith(READ) ? name.substring(0, name.length() - READ.length()) : name;
    return AREAS.contains(area);
  }

  /** Returns whether one of the scopes lets a key into the area. */
  static boolean cover(Iterable<String> scopes, String area, boolean reading) {
    for (String scope : scopes) {
      if (scope.equals(area) || (reading && scope.equals(area + READ))) {
        return true;
      }
    }
    return false;
  }
}
