package dev.parley.sandbox.meta;

import dev.parley.sandbox.webhook.WebhookSender;
import org.jspecify.annotations.Nullable;

/** Registers accounts as an app's dashboard does: the webhook must answer a challenge first. */
public final class Registrar<A extends Account> {
  private final MetaWorld<A> world;
  private final Challenge challenge;

  public Registrar(MetaWorld<A> world, WebhookSender sender) {
    this.world = world;
    this.challenge = new Challenge(sender);
  }

  /**
   * Adds an account or replaces the one of its id.
   *
   * @return whether its webhook will be called: it answered the challenge, or there is none
   */
  public boolean register(A account, @Nullable String name) {
    world.accounts().put(account, name);
    String url = account.webhookUrl();
    boolean met = url == null || challenge.isMet(url, account.credentials().verifyToken());
    if (met) {
      world.accounts().subscribe(account.id());
    }
    world.chats().touch();
    return met;
  }
}
