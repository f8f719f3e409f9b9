package dev.parley.domain.conversation;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.Ulids;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it stands beside a conversation; the name is {@code null} until the platform told
 * it.
 */
public record ContactSummary(
    ContactId id, @Nullable String displayName, @Nullable String avatarUrl) {

  /** Returns the id of the one contact that this person or group is to the merchant. */
  public static ContactId idOf(MerchantId merchant, ChannelType type, String platformUserId) {
    return new ContactId(
        "cnt_" + Ulids.named(merchant.value() + "\n" + type.wireName() + "\n" + platformUserId));
  }
}
