package dev.parley.sandbox.whatsapp;

import dev.parley.sandbox.meta.Account;
import dev.parley.sandbox.meta.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * A business phone number: its id in the Graph API, the business account that it belongs to, the
 * number as digits, and the catalogue that is linked to it, if one is.
 */
public record WhatsappNumber(
    String id,
    Credentials credentials,
    @Nullable String webhookUrl,
    String businessAccountId,
    String phoneNumber,
    @Nullable String catalogId)
    implements Account {

  /** The same number with webhooks that go there. */
  public WhatsappNumber at(@Nullable String url) {
    return new WhatsappNumber(id, credentials, url, businessAccountId, phoneNumber, catalogId);
  }
}
