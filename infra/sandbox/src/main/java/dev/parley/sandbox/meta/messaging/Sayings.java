package dev.parley.sandbox.meta.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.chat.SaidFile;
import dev.parley.sandbox.meta.Act;
import dev.parley.sandbox.meta.MetaWorld;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a customer says in a control request, and makes it the platform's event. */
public final class Sayings {
  private static final Duration AD_WINDOW = Duration.ofDays(7);
  private static final List<String> SPOKEN = List.of("text", "image", "video", "audio", "file");
  private static final List<String> FILES = List.of("image", "video", "audio", "file");

  private final MetaWorld<?> world;
  private final Dialect dialect;
  private final String contentsUrl;

  /**
   * @param contentsUrl where the files of chats can be fetched, with a slash at the end
   */
  public Sayings(MetaWorld<?> world, Dialect dialect, String contentsUrl) {
    this.world = world;
    this.dialect = dialect;
    this.contentsUrl = contentsUrl;
  }

  /** Completes an item with {@code {text | image | … | postback | reaction | referral | event}}. */
  Act act(ObjectNode item, ObjectNode said) {
    Act act;
    if (said.has("postback")) {
      act = postback(item, said);
    } else if (said.has("reaction")) {
      act = reaction(item, said.get("reaction"));
    } else if (says(said)) {
      act = spoken(item, said);
    } else if (said.has("referral")) {
      act = referral(item, said.get("referral"));
    } else {
      act = raw(item, said);
    }
    if (said.has("event")) {
      Json.merge(item, said.get("event"));
    }
    return act;
  }

  /** A message that says {@code {text?, image?, …, quickReply?, replyTo?, referral?}}. */
  ObjectNode message(ObjectNode said) {
    ObjectNode message = Json.object().put("mid", dialect.messageId(world.ids()));
    if (said.hasNonNull("text")) {
      message.put("text", said.get("text").asText());
    }
    attachment(said).ifPresent(made -> attach(message, made));
    if (said.hasNonNull("quickReply")) {
      message.putObject("quick_reply").set("payload", said.get("quickReply"));
    }
    if (said.hasNonNull("replyTo")) {
      message.putObject("reply_to").set("mid", said.get("replyTo"));
    }
    if (said.hasNonNull("storyReply")) {
      message.putObject("reply_to").set("story", story(said.get("storyReply")));
    }
    if (said.path("unsupported").asBoolean(false)) {
      message.put("is_unsupported", true);
    }
    if (said.has("referral")) {
      message.set("referral", referred(said.get("referral")));
    }
    return message;
  }

  private static void attach(ObjectNode message, ObjectNode attachment) {
    if (attachment.path("payload").has("sticker_id")) {
      message.set("sticker_id", attachment.get("payload").get("sticker_id"));
    }
    message.putArray("attachments").add(attachment);
  }

  private boolean says(ObjectNode said) {
    return said.has("unsupported")
        || Stream.concat(SPOKEN.stream(), dialect.attachments().keySet().stream())
            .anyMatch(said::hasNonNull);
  }

  private Act spoken(ObjectNode item, ObjectNode said) {
    ObjectNode message = message(said);
    item.set("message", message);
    String id = message.path("mid").asText();
    boolean fromAd = message.path("referral").path("source").asText().equals("ADS");
    return new Act(id, item, fromAd ? AD_WINDOW : Act.DAY, Traces.message("customer", item));
  }

  private Act postback(ObjectNode item, ObjectNode said) {
    JsonNode given = said.get("postback");
    String payload = given.isObject() ? given.path("payload").asText() : given.asText();
    String title = given.path("title").asText(said.path("title").asText(payload));
    String id = dialect.messageId(world.ids());
    ObjectNode postback = item.putObject("postback").put("mid", id);
    postback.put("title", title).put("payload", payload);
    if (said.has("referral")) {
      postback.set("referral", referred(said.get("referral")));
    }
    return new Act(id, item, Act.DAY, Traces.tapped(id, item.path("timestamp").asLong(), title));
  }

  /** A reaction to {@code {messageId, emoji?}}; without an emoji it is taken away. */
  private Act reaction(ObjectNode item, JsonNode given) {
    String id = given.path("messageId").asText();
    String emoji = given.path("emoji").asText("");
    ObjectNode reaction = item.putObject("reaction").put("mid", id);
    reaction.put("action", emoji.isEmpty() ? "unreact" : "react");
    if (!emoji.isEmpty()) {
      reaction.put("reaction", given.path("reaction").asText("other")).put("emoji", emoji);
    }
    return new Act(id, item, Act.DAY, Traces.reaction(id, emoji));
  }

  private Act referral(ObjectNode item, JsonNode given) {
    ObjectNode referral = referred(given);
    item.set("referral", referral);
    Duration opens = referral.path("source").asText().equals("ADS") ? AD_WINDOW : Act.DAY;
    return new Act("", item, opens, Traces.event("referral", item.path("timestamp").asLong()));
  }

  private Act raw(ObjectNode item, ObjectNode said) {
    if (!said.path("event").isObject()) {
      throw new BadRequest(
          "Say one of text, image, video, audio, file, postback, reaction, referral, unsupported,"
              + " event, "
              + String.join(", ", dialect.attachments().keySet().stream().sorted().toList()),
          null);
    }
    return new Act("", item, Duration.ZERO, Act::noTrace);
  }

  private Optional<ObjectNode> attachment(ObjectNode said) {
    for (String kind : FILES) {
      if (said.hasNonNull(kind)) {
        return Optional.of(file(kind, said.get(kind)));
      }
    }
    for (Map.Entry<String, Special> special : dialect.attachments().entrySet()) {
      if (said.hasNonNull(special.getKey())) {
        JsonNode given = said.get(special.getKey());
        return Optional.of(special.getValue().attachment(given, this::url));
      }
    }
    return Optional.empty();
  }

  private ObjectNode file(String kind, JsonNode value) {
    ObjectNode attachment = Json.object().put("type", kind);
    attachment.putObject("payload").put("url", url(kind, value));
    return attachment;
  }

  /** The address given, or where the file given lies now. */
  private String url(String kind, JsonNode value) {
    String given = value.isTextual() ? value.asText() : value.path("url").asText("");
    if (given.startsWith("http")) {
      return given;
    }
    String id = world.ids().number();
    world.contents().put(id, SaidFile.content(kind, value));
    return contentsUrl + id;
  }

  private ObjectNode story(JsonNode given) {
    ObjectNode story = Json.object().put("url", url("image", given));
    return story.put("id", given.path("id").asText(world.ids().number()));
  }

  /** An ad {@code {adId, ref?, title?, photoUrl?}} or a link {@code {ref, source?}}. */
  private static ObjectNode referred(JsonNode given) {
    ObjectNode referral = Json.object();
    if (given.hasNonNull("ref")) {
      referral.set("ref", given.get("ref"));
    }
    if (!given.hasNonNull("adId")) {
      referral.put("source", given.path("source").asText("SHORTLINK"));
      return referral.put("type", "OPEN_THREAD");
    }
    referral.set("ad_id", given.get("adId"));
    referral.put("source", "ADS").put("type", "OPEN_THREAD");
    ObjectNode context = referral.putObject("ads_context_data");
    context.put("ad_title", given.path("title").asText("An ad"));
    if (given.hasNonNull("photoUrl")) {
      context.set("photo_url", given.get("photoUrl"));
    }
    return referral;
  }
}
