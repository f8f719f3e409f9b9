package dev.parley.sandbox.meta;

import org.jspecify.annotations.Nullable;

/** An account on one of Meta's platforms: a page, an Instagram account, a WhatsApp number. */
public interface Account {
  String id();

  Credentials credentials();

  /** Where its webhooks go, {@code null}: nowhere. */
  @Nullable String webhookUrl();
}
