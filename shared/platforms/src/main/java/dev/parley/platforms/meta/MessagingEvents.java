package dev.parley.platforms.meta;

import dev.parley.domain.conversation.AdReferral;
import dev.parley.domain.conversation.Echo;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.conversation.Progress;
import dev.parley.domain.conversation.Receipt;
import dev.parley.domain.inbound.EventTranslator;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of Messenger and Instagram, which are alike. Whatever lacks what its kind needs,
 * and every kind that isn't known, becomes an unknown one of its type.
 */
public final class MessagingEvents implements EventTranslator {
  private final boolean namesNothing;

  /**
   * @param namesNothing whether echoes leave out what we sent along, so that ours are known by
   *     their words
   */
  public MessagingEvents(boolean namesNothing) {
    this.namesNothing = namesNothing;
  }

  /** A message may have what it follows or belongs to beside it. */
  private static final List<String> KNOWN =
      List.of(
          "message",
          "postback",
          "read",
          "delivery",
          "reaction",
          "message_edit",
          "referral",
          "optin");

  private static final Set<String> FRAME =
      Set.of("sender", "recipient", "timestamp", MessagingBody.ENTRY_TIME);

  @Override
  public InboundEvent translate(ReceivedEvent received) {
    JsonObject event = MetaJson.object(received.raw());
    Instant sentAt = sentAt(event, received.receivedAt());
    boolean part = OwnReference.isOfPart(event.object("message").text("metadata"));
    String person = part ? null : person(event);
    return new InboundEvent(
        sentAt,
        person == null ? null : new Source(Source.Kind.PERSON, person),
        null,
        meaning(event, sentAt),
        null,
        referral(event));
  }

  private static Instant sentAt(JsonObject event, Instant receivedAt) {
    Instant own = MetaJson.time(event, "timestamp");
    Instant entrys = MetaJson.time(event, MessagingBody.ENTRY_TIME);
    return own != null ? own : Objects.requireNonNullElse(entrys, receivedAt);
  }

  @Override
  public String eventId(String raw) {
    return MessagingBody.eventId(MetaJson.object(raw), raw);
  }

  /** Returns the id of the person whom the event is about: of an echo, the one it was sent to. */
  static @Nullable String person(JsonObject event) {
    boolean echo = event.object("message").isTrue("is_echo");
    return MetaJson.id(event.object(echo ? "recipient" : "sender"), "id");
  }

  private Meaning meaning(JsonObject event, Instant sentAt) {
    String type = type(event);
    return switch (type) {
      case "message" -> message(event.object(type), sentAt);
      case "postback" -> postback(event.object(type));
      case "read" -> upTo(event.object(type), sentAt, Progress.READ, type);
      case "delivery" -> upTo(event.object(type), sentAt, Progress.DELIVERED, type);
      case "reaction", "message_edit", "referral", "optin" -> new Meaning.Acted(type);
      default -> new Meaning.Other(type);
    };
  }

  private static String type(JsonObject event) {
    for (String known : KNOWN) {
      if (event.has(known)) {
        return known;
      }
    }
    String field = event.text("field");
    return field != null
        ? field
        : event.fields().keySet().stream()
            .filter(name -> !FRAME.contains(name))
            .findFirst()
            .orElse("unknown");
  }

  private Meaning message(JsonObject message, Instant sentAt) {
    String mid = MetaJson.filled(message, "mid");
    if (message.isTrue("is_deleted")) {
      return mid == null ? new Meaning.Other("unsend") : new Meaning.Withdrawn(mid, "unsend");
    }
    if (message.isTrue("is_echo")) {
      return mid == null ? new Meaning.Other("echo") : echo(mid, message, sentAt);
    }
    return new Meaning.Said(mid, MessagingContents.of(message));
  }

  private Meaning echo(String mid, JsonObject message, Instant sentAt) {
    return OwnReference.read(message.text("metadata"))
        .<Meaning>map(
            own ->
                new Meaning.Progressed(
                    new Receipt.Of(
                        own.conversationId(), own.messageId(), Progress.SENT, sentAt, mid, null),
                    "echo"))
        .orElseGet(
            () -> new Meaning.Echoed(new Echo(mid, MessagingContents.of(message), namesNothing)));
  }

  /** A tapped button shows its title in the person's chat. */
  private static Meaning postback(JsonObject postback) {
    String title = postback.text("title", "");
    MessageContent content = title.isBlank() ? new Unknown("postback") : new Text(title);
    return new Meaning.Said(MetaJson.filled(postback, "mid"), content);
  }

  /** Instagram names a message in place of a time: what was sent before it was read is read. */
  private static Meaning upTo(JsonObject told, Instant sentAt, Progress progress, String type) {
    Instant watermark = MetaJson.time(told, "watermark");
    return new Meaning.Progressed(
        new Receipt.UpTo(watermark == null ? sentAt : watermark, progress), type);
  }

  private static @Nullable AdReferral referral(JsonObject event) {
    JsonObject told = event.object("referral");
    if (told.fields().isEmpty()) {
      told = event.object("postback").object("referral");
    }
    if (told.fields().isEmpty()) {
      told = event.object("message").object("referral");
    }
    String ad = MetaJson.id(told, "ad_id");
    String ref = told.text("ref");
    String url = told.text("referer_uri");
    return ad == null && ref == null && url == null ? null : new AdReferral(ad, ref, url);
  }
}
