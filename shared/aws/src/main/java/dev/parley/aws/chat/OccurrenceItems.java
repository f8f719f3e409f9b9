package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.forward.Occurrence;
import dev.parley.domain.forward.Occurrence.OfContact;
import dev.parley.domain.forward.Occurrence.OfContact.Identity;
import dev.parley.domain.forward.Occurrence.OfMessage;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changes of items of messages and contacts, as what happened. */
public final class OccurrenceItems {
  static final String CONTACT = "C";

  private static final String UPDATED_AT = "updatedAt";
  private static final Pattern MESSAGES = Pattern.compile("([^#]+)#(cnv_[0-9A-Z]{26})");
  private static final Pattern CONTACTS = Pattern.compile("([^#]+)#([^#]+)");

  private OccurrenceItems() {}

  /**
   * Returns what a change tells; empty when no event is made of it, as of an event that is kept but
   * is no message.
   *
   * @param before empty when the item is new, or nobody knows
   * @param after empty when it is gone
   */
  public static Optional<Occurrence> of(
      Map<String, AttributeValue> before, Map<String, AttributeValue> after, Instant at) {
    if (after.isEmpty()) {
      return Optional.empty();
    }
    Item item = Item.of(after);
    return item.text("sk").equals(CONTACT)
        ? contact(Item.of(before), item, at)
        : message(Item.of(before), item, at);
  }

  private static Optional<Occurrence> message(Item before, Item item, Instant at) {
    Matcher pk = MESSAGES.matcher(item.text("pk"));
    if (!pk.matches() || !item.has(MessageItems.DIRECTION)) {
      return Optional.empty();
    }
    Message message =
        MessageItems.read(new MerchantId(pk.group(1)), new ConversationId(pk.group(2)), item);
    Message.Status was = before.has(MessageItems.STATUS) ? MessageItems.status(before) : null;
    return Optional.of(new OfMessage(message, was, at));
  }

  private static Optional<Occurrence> contact(Item before, Item item, Instant at) {
    Matcher pk = CONTACTS.matcher(item.text("pk"));
    if (!pk.matches() || known(before).equals(known(item))) {
      return Optional.empty();
    }
    Instant updated = item.optionalTime(UPDATED_AT);
    return Optional.of(
        new OfContact(
            new MerchantId(pk.group(1)),
            new ContactId(pk.group(2)),
            item.optionalText(ConversationItems.DISPLAY_NAME),
            item.optionalText(ConversationItems.AVATAR_URL),
            identities(item),
            updated == null ? at : updated));
  }

  /** Returns what is known of a contact: all but when it was last looked at. */
  private static Map<String, AttributeValue> known(Item item) {
    Map<String, AttributeValue> known = new HashMap<>(item.attributes());
    known.remove(UPDATED_AT);
    return known;
  }

  private static List<Identity> identities(Item item) {
    AttributeValue list = item.attributes().get("identities");
    return list == null
        ? List.of()
        : list.l().stream().flatMap(one -> identity(Item.of(one.m())).stream()).toList();
  }

  private static Optional<Identity> identity(Item item) {
    String user = item.optionalText("platformUserId");
    return Optional.ofNullable(item.optionalText("channelType"))
        .flatMap(ChannelType::named)
        .filter(type -> user != null)
        .map(type -> new Identity(type, String.valueOf(user)));
  }
}
