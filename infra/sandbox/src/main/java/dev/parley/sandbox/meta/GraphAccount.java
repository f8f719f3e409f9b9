package dev.parley.sandbox.meta;

import org.jspecify.annotations.Nullable;

/** An account with nothing beside what every account has: a Messenger page, an Instagram one. */
public record GraphAccount(String id, Credentials credentials, @Nullable String webhookUrl)
    implements Account {

  /** The same account with webhooks that go there. */
  public GraphAccount at(@Nullable String url) {
    return new GraphAccount(id, credentials, url);
  }
}
