package dev.parley.domain.forward;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of what is kept that events may be made of. */
public sealed interface Occurrence {
  MerchantId merchantId();

  /** Returns when it was. */
  Instant at();

  /**
   * A message came, or came further.
   *
   * @param before how far it had come; {@code null} when it is new, or nobody knows
   */
  record OfMessage(Message message, Message.@Nullable Status before, Instant at)
      implements Occurrence {
    @Override
    public MerchantId merchantId() {
      return message.merchantId();
    }
  }

  /** A contact is new or is known differently. */
  record OfContact(
      MerchantId merchantId,
      ContactId contactId,
      @Nullable String displayName,
      @Nullable String avatarUrl,
      List<Identity> identities,
      Instant at)
      implements Occurrence {
    public OfContact {
      identities = List.copyOf(identities);
    }

    /** Who the contact is on a platform. */
    public record Identity(ChannelType channelType, String platformUserId) {}
  }
}
