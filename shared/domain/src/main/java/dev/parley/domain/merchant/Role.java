package dev.parley.domain.merchant;

import java.util.Locale;
import java.util.Optional;

/** What an agent may do, from most to least. */
public enum Role {
  OWNER,
  MANAGER,
  AGENT;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> named(String wireName) {
    for (Role role : values()) {
      if (role.wireName().equals(wireName)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
