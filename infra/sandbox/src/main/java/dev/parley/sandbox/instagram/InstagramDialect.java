package dev.parley.sandbox.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.MetaIds;
import dev.parley.sandbox.meta.Person;
import dev.parley.sandbox.meta.message.PageRules;
import dev.parley.sandbox.meta.messaging.Dialect;
import dev.parley.sandbox.meta.messaging.Files;
import dev.parley.sandbox.meta.messaging.Special;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.Fields;
import dev.parley.sandbox.web.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What Instagram does in its own way. */
final class InstagramDialect implements Dialect {
  private static final Map<String, Special> ATTACHMENTS =
      Map.of(
          "share", (given, files) -> media("share", given, files),
          "storyMention", (given, files) -> media("story_mention", given, files),
          "reel", InstagramDialect::reel,
          "sticker", (given, files) -> Json.object().put("type", "like_heart"));

  @Override
  public String object() {
    return "instagram";
  }

  @Override
  public PageRules rules() {
    return PageRules.INSTAGRAM;
  }

  @Override
  public int windowSubcode() {
    return 2534022;
  }

  @Override
  public String messageId(MetaIds ids) {
    return ids.igMid();
  }

  @Override
  public Map<String, Special> attachments() {
    return ATTACHMENTS;
  }

  @Override
  public Person person(String id, JsonNode body, Optional<Person> before) {
    if (!id.matches("\\d{5,20}")) {
      throw new BadRequest("An Instagram user is a number of 5 to 20 digits: " + id, null);
    }
    String usual = "customer_" + id.substring(id.length() - 4);
    String name = body.path("displayName").asText(before.map(Person::name).orElse(usual));
    Map<String, String> more = new LinkedHashMap<>(before.map(Person::more).orElse(Map.of()));
    more.put("username", body.path("username").asText(more.getOrDefault("username", usual)));
    if (body.path("private").asBoolean(false)) {
      more.put("private", "true");
    }
    String picture = Fields.text(body, "pictureUrl");
    String known = before.map(Person::pictureUrl).orElse(null);
    return new Person(id, name, picture == null ? known : picture, more);
  }

  @Override
  public void mark(ObjectNode echo, boolean ours) {
    // an echo of Instagram names no app
  }

  @Override
  public ObjectNode read(String messageId, long at) {
    ObjectNode read = Json.object();
    read.putObject("read").put("mid", messageId);
    return read;
  }

  @Override
  public boolean tellsDelivery() {
    return false;
  }

  private static ObjectNode media(String type, JsonNode given, Files files) {
    ObjectNode attachment = Json.object().put("type", type);
    attachment.putObject("payload").put("url", files.url("image", given));
    return attachment;
  }

  private static ObjectNode reel(JsonNode given, Files files) {
    ObjectNode attachment = media("ig_reel", given, files);
    ObjectNode payload = (ObjectNode) attachment.get("payload");
    payload.put("reel_video_id", given.path("id").asText("1"));
    return attachment.set("payload", payload.put("title", given.path("title").asText("")));
  }
}
