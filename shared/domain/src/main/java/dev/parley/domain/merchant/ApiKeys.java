package dev.parley.domain.merchant;

import java.util.Optional;

/** Finds who an API key belongs to; a key that was revoked a moment ago is not found. */
public interface ApiKeys {
  /**
   * @param key the key as it was sent; only its SHA-256 is looked up
   */
  Optional<Caller> find(String key);
}
