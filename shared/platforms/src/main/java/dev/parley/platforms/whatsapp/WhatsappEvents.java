package dev.parley.platforms.whatsapp;

import dev.parley.domain.conversation.AdReferral;
import dev.parley.domain.conversation.Echo;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.Progress;
import dev.parley.domain.conversation.Receipt;
import dev.parley.domain.inbound.EventTranslator;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.json.JsonObject;
import dev.parley.platforms.meta.MetaJson;
import dev.parley.platforms.meta.OwnReference;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads WhatsApp's events. Whatever lacks what its kind needs, and every kind that isn't known,
 * becomes an unknown one of its type.
 */
public final class WhatsappEvents implements EventTranslator {
  private static final long WINDOW_CLOSED = 131047;

  @Override
  public InboundEvent translate(ReceivedEvent received) {
    JsonObject event = MetaJson.object(received.raw());
    JsonObject item = item(event);
    Instant sentAt =
        Objects.requireNonNullElse(MetaJson.time(item, "timestamp"), received.receivedAt());
    Meaning meaning = meaning(event, sentAt);
    return new InboundEvent(
        sentAt,
        isOfNobody(event, meaning) ? null : WhatsappPeople.source(event),
        null,
        meaning,
        WhatsappPeople.profile(event),
        referral(event.object(WhatsappBody.MESSAGE).object("referral")));
  }

  /** What becomes of a message that isn't ours is kept with the channel. */
  private static boolean isOfNobody(JsonObject event, Meaning meaning) {
    return event.has(WhatsappBody.STATUS) && meaning instanceof Meaning.Other;
  }

  @Override
  public String eventId(String raw) {
    return WhatsappBody.eventId(MetaJson.object(raw), raw);
  }

  private static JsonObject item(JsonObject event) {
    return Stream.of(
            WhatsappBody.MESSAGE,
            WhatsappBody.STATUS,
            WhatsappBody.ECHO,
            WhatsappBody.USER_ID_UPDATE)
        .map(event::object)
        .filter(item -> !item.fields().isEmpty())
        .findFirst()
        .orElse(JsonObject.EMPTY);
  }

  private static Meaning meaning(JsonObject event, Instant sentAt) {
    if (event.has(WhatsappBody.MESSAGE)) {
      return message(event.object(WhatsappBody.MESSAGE));
    }
    if (event.has(WhatsappBody.STATUS)) {
      return status(event.object(WhatsappBody.STATUS), sentAt);
    }
    if (event.has(WhatsappBody.ECHO)) {
      return echo(event.object(WhatsappBody.ECHO));
    }
    JsonObject change = event.object(WhatsappBody.CHANGE);
    return new Meaning.Other(event.text(WhatsappBody.FIELD, change.text("field", "unknown")));
  }

  private static Meaning message(JsonObject message) {
    String type = message.text("type", "unknown");
    return switch (type) {
      case "reaction", "edit", "request_welcome" -> new Meaning.Acted(type);
      case "system" -> new Meaning.Other(type);
      case "revoke" -> revoked(message.object(type), type);
      default ->
          new Meaning.Said(MetaJson.filled(message, "id"), WhatsappContents.of(type, message));
    };
  }

  private static Meaning revoked(JsonObject revoke, String type) {
    String id = MetaJson.filled(revoke, "original_message_id");
    return id == null ? new Meaning.Other(type) : new Meaning.Withdrawn(id, type);
  }

  private static Meaning echo(JsonObject echo) {
    String id = MetaJson.filled(echo, "id");
    String type = echo.text("type", "unknown");
    return switch (type) {
      case "revoke" -> revoked(echo.object(type), type);
      default ->
          id == null || type.equals("edit")
              ? new Meaning.Other(type)
              : new Meaning.Echoed(new Echo(id, WhatsappContents.of(type, echo), false));
    };
  }

  /** What is told of messages that we did not send is not known here. */
  private static Meaning status(JsonObject status, Instant sentAt) {
    Progress progress = progress(status.text("status", ""));
    Optional<OwnReference> own = OwnReference.read(status.text("biz_opaque_callback_data"));
    if (progress == null || own.isEmpty()) {
      return new Meaning.Other("status");
    }
    return new Meaning.Progressed(
        new Receipt.Of(
            own.get().conversationId(),
            own.get().messageId(),
            progress,
            sentAt,
            status.text("id", ""),
            progress == Progress.FAILED ? failure(status) : null),
        "status");
  }

  private static @Nullable Progress progress(String status) {
    return switch (status) {
      case "sent" -> Progress.SENT;
      case "delivered" -> Progress.DELIVERED;
      case "read", "played" -> Progress.READ;
      case "failed" -> Progress.FAILED;
      default -> null;
    };
  }

  private static Failure failure(JsonObject status) {
    List<JsonObject> errors = status.objects("errors");
    JsonObject error = errors.isEmpty() ? JsonObject.EMPTY : errors.getFirst();
    Long code = error.longValue("code");
    String title = error.text("title", "WhatsApp could not deliver it");
    String details = error.object("error_data").text("details");
    String words = details == null || details.equals(title) ? title : title + " (" + details + ")";
    String reason = code == null ? words : "(#" + code + ") " + words;
    return code != null && code == WINDOW_CLOSED
        ? new Failure("replyWindowClosed", reason, List.of("template"))
        : Failure.of("rejected", reason);
  }

  private static @Nullable AdReferral referral(JsonObject told) {
    if (told.fields().isEmpty()) {
      return null;
    }
    boolean ad = told.text("source_type", "").equals("ad");
    return new AdReferral(
        ad ? MetaJson.id(told, "source_id") : null,
        told.text("ctwa_clid"),
        told.text("source_url"));
  }
}
