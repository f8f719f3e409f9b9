package dev.parley.domain.referral;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.report.CellKey.LinkKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The products that an agent recommended in one message, each behind a tracked link of its own.
 *
 * @param secret the 16 random bytes that its tokens begin with, in base64url
 * @param products by position: the token's last character names one
 * @param timeZone the merchant's, whose days its clicks count on
 * @param revoked since when the links at these positions earn nothing any more
 */
public record Referral(
    ReferralId id,
    MerchantId merchantId,
    String secret,
    Author author,
    Place place,
    LinkKind kind,
    List<ReferredProduct> products,
    MessageId messageId,
    Instant sentAt,
    ZoneId timeZone,
    AttributionTerms terms,
    Map<Integer, Instant> revoked) {
  public static final int MOST_PRODUCTS = 10;

  private static final String PREFIX = "ref_";

  public Referral {
    products = List.copyOf(products);
    revoked = Map.copyOf(revoked);
  }

  /** Returns the id of the referral that was begun at the time with the secret. */
  public static ReferralId idOf(Instant sentAt, byte[] secret) {
    return new ReferralId(PREFIX + Ulids.time(sentAt) + Ulids.tail(LinkToken.hash(secret)));
  }

  public static String text(byte[] secret) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** Returns the token of the link at the position. */
  public LinkToken token(int position) {
    return LinkToken.of(Base64.getUrlDecoder().decode(secret), position);
  }

  /** Returns whether the token names one of this referral's links. */
  public boolean holds(LinkToken token) {
    return token.position() < products.size() && token(token.position()).equals(token);
  }

  public ReferredProduct product(LinkToken token) {
    return products.get(token.position());
  }

  /** Returns the same referral as if it had been made under these terms. */
  public Referral under(AttributionTerms others) {
    return new Referral(
        id,
        merchantId,
        secret,
        author,
        place,
        kind,
        products,
        messageId,
        sentAt,
        timeZone,
        others,
        revoked);
  }

  public LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, timeZone);
  }

  /** Returns whether a click at the time on the link at the position could lead to credit. */
  public boolean earns(int position, Instant at) {
    Instant expiresAt = expiresAt();
    Instant revokedAt = revokedAt(position);
    return (expiresAt == null || !at.isAfter(expiresAt))
        && (revokedAt == null || at.isBefore(revokedAt));
  }

  /** Returns the last moment of its links; {@code null} when each click begins their time anew. */
  public @Nullable Instant expiresAt() {
    return terms.startsAt() == AttributionTerms.Start.SEND ? sentAt.plus(terms.lifetime()) : null;
  }

  /** Returns since when the link at the position earns nothing; {@code null}: it isn't revoked. */
  public @Nullable Instant revokedAt(int position) {
    return revoked.get(position);
  }

  /**
   * The agent who sent it, as known at that time.
   *
   * @param storeId the store that the sale is counted for, if any
   */
  public record Author(
      AgentId agentId, String name, @Nullable String code, @Nullable StoreId storeId) {}

  /** The conversation that it was sent to. */
  public record Place(
      ConversationId conversationId,
      ContactId contactId,
      ChannelId channelId,
      ChannelType channelType) {}
}
