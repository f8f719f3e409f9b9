package dev.parley.chat.forward;

import dev.parley.chat.inbox.MessageJson;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.forward.EventType;
import dev.parley.domain.forward.Occurrence;
import dev.parley.domain.forward.Occurrence.OfContact;
import dev.parley.domain.forward.Occurrence.OfMessage;
import dev.parley.domain.forward.OutgoingEvent;
import dev.parley.domain.id.Ulids;
import dev.parley.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes events of what happened; things are in them as the API shows them. */
final class EventBody {
  /** A raw event that makes the body larger is left out; the API has it. */
  private static final int MOST_BYTES = 100_000;

  private EventBody() {}

  /** Returns the event; empty when what happened is none. */
  static Optional<OutgoingEvent> of(Occurrence occurrence) {
    return switch (occurrence) {
      case OfMessage message -> ofMessage(message);
      case OfContact contact -> Optional.of(ofContact(contact));
    };
  }

  private static Optional<OutgoingEvent> ofMessage(OfMessage occurrence) {
    Message message = occurrence.message();
    return Optional.ofNullable(type(occurrence.before(), message.status()))
        .map(
            type -> event(occurrence, message.id().value(), type, body(occurrence, type, message)));
  }

  private static @Nullable EventType type(@Nullable Status before, Status after) {
    return switch (after) {
      case RECEIVED -> before == null ? EventType.MESSAGE_RECEIVED : null;
      case SENT, DELIVERED, READ -> isSent(before) ? null : EventType.MESSAGE_SENT;
      case FAILED -> before == Status.FAILED ? null : EventType.MESSAGE_FAILED;
      case QUEUED, SENDING -> null;
    };
  }

  private static boolean isSent(@Nullable Status before) {
    return before == Status.SENT || before == Status.DELIVERED || before == Status.READ;
  }

  private static String body(OfMessage occurrence, EventType type, Message message) {
    String whole = body(occurrence, type, data(message));
    return whole.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
        ? whole
        : body(occurrence, type, data(withoutRaw(message)));
  }

  private static Consumer<JsonWriter> data(Message message) {
    return w ->
        w.field("conversationId", message.conversationId().value())
            .object("message", MessageJson.of(message));
  }

  private static Message withoutRaw(Message m) {
    return new Message(
        m.id(),
        m.merchantId(),
        m.conversationId(),
        m.direction(),
        m.kind(),
        m.content(),
        m.sentAt(),
        m.receivedAt(),
        m.status(),
        m.failure(),
        m.agentId(),
        m.platformMessageId(),
        m.withdrawnAt(),
        null);
  }

  private static OutgoingEvent ofContact(OfContact contact) {
    String body =
        body(
            contact,
            EventType.CONTACT_CHANGED,
            data -> data.object("contact", w -> write(w, contact)));
    String name = contact.contactId() + "#" + contact.at().toEpochMilli();
    return event(contact, name, EventType.CONTACT_CHANGED, body);
  }

  private static void write(JsonWriter w, OfContact contact) {
    w.field("id", contact.contactId().value())
        .field("displayName", contact.displayName())
        .field("avatarUrl", contact.avatarUrl())
        .objects(
            "identities",
            contact.identities(),
            (item, identity) ->
                item.field("channelType", identity.channelType().wireName())
                    .field("platformUserId", identity.platformUserId()));
  }

  private static String body(Occurrence occurrence, EventType type, Consumer<JsonWriter> data) {
    return JsonWriter.text(
        w ->
            w.field("type", type.wireName())
                .time("timestamp", occurrence.at())
                .object("data", data));
  }

  private static OutgoingEvent event(
      Occurrence occurrence, String name, EventType type, String body) {
    String id = Ulids.named(occurrence.merchantId() + "\n" + type.wireName() + "\n" + name);
    return new OutgoingEvent("evt_" + id, occurrence.merchantId(), type, occurrence.at(), body);
  }
}
