package dev.parley.chat.inbox;

import static dev.parley.testkit.chat.Customer.NOON;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.ContactSummary;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.LastContact;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.conversation.Watermarks;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.testkit.merchant.Staff;
import org.jspecify.annotations.Nullable;

/** Conversations of one merchant, with all that a test doesn't care about filled in. */
final class Heads {
  static final MerchantId MERCHANT = new MerchantId("mer_1");
  static final Caller CALLER = Staff.caller(MERCHANT, "agt_1", Role.AGENT);
  static final Caller STRANGER = Staff.caller(new MerchantId("mer_2"), "agt_2", Role.OWNER);

  private Heads() {}

  /** Returns an open conversation whose two unread messages came so many seconds after noon. */
  static Conversation head(String id, int second) {
    return head(id, second, null);
  }

  static Conversation head(String id, int second, @Nullable ReplyToken token) {
    return head(id, second, ChannelType.LINE, token, LastContact.NEVER);
  }

  /** Returns a conversation of another platform, whose person was last in touch at noon. */
  static Conversation head(String id, ChannelType type) {
    return head(id, 0, type, null, new LastContact(NOON, null, null));
  }

  private static Conversation head(
      String id,
      int second,
      ChannelType type,
      @Nullable ReplyToken token,
      LastContact lastContact) {
    return new Conversation(
        new ConversationId(id),
        MERCHANT,
        new ChannelId(type.wireName() + "-shop"),
        type,
        "U-" + id,
        new ContactSummary(new ContactId("cnt_" + id), "小明", null),
        Conversation.Status.OPEN,
        null,
        NOON.plusSeconds(second),
        "say " + id,
        2,
        lastContact,
        token,
        Watermarks.NONE);
  }
}
