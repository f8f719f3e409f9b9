package dev.parley.sandbox.messenger;

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

/** What Messenger does in its own way. */
final class MessengerDialect implements Dialect {
  /** Meta's own inbox, as an echo names the app that sent. */
  private static final long INBOX_APP = 263902037430900L;

  private static final Map<String, Special> ATTACHMENTS =
      Map.of(
          "sticker", MessengerDialect::sticker,
          "location", MessengerDialect::location,
          "fallback", MessengerDialect::fallback,
          "product", MessengerDialect::product);

  @Override
  public String object() {
    return "page";
  }

  @Override
  public PageRules rules() {
    return PageRules.MESSENGER;
  }

  @Override
  public int windowSubcode() {
    return 2018278;
  }

  @Override
  public String messageId(MetaIds ids) {
    return ids.mid();
  }

  @Override
  public Map<String, Special> attachments() {
    return ATTACHMENTS;
  }

  @Override
  public Person person(String id, JsonNode body, Optional<Person> before) {
    if (!id.matches("\\d{5,20}")) {
      throw new BadRequest("A Messenger user is a number of 5 to 20 digits: " + id, null);
    }
    String last = "Customer " + id.substring(id.length() - 4);
    String name = body.path("displayName").asText(before.map(Person::name).orElse(last));
    Map<String, String> more = new LinkedHashMap<>(before.map(Person::more).orElse(Map.of()));
    if (body.path("private").asBoolean(false)) {
      more.put("private", "true");
    }
    String picture = Fields.text(body, "pictureUrl");
    String known = before.map(Person::pictureUrl).orElse(null);
    return new Person(id, name, picture == null ? known : picture, more);
  }

  @Override
  public void mark(ObjectNode echo, boolean ours) {
    echo.put("app_id", ours ? Long.parseLong(MetaIds.APP) : INBOX_APP);
  }

  @Override
  public ObjectNode read(String messageId, long at) {
    ObjectNode read = Json.object();
    read.putObject("read").put("watermark", at);
    return read;
  }

  @Override
  public boolean tellsDelivery() {
    return true;
  }

  private static ObjectNode sticker(JsonNode given, Files files) {
    ObjectNode attachment = Json.object().put("type", "image");
    ObjectNode payload = attachment.putObject("payload").put("url", files.url("sticker", given));
    payload.put("sticker_id", given.isNumber() ? given.asLong() : 369239263222822L);
    return attachment;
  }

  private static ObjectNode location(JsonNode given, Files files) {
    ObjectNode attachment = Json.object().put("type", "location");
    attachment.put("title", given.path("title").asText("A place"));
    ObjectNode coordinates = attachment.putObject("payload").putObject("coordinates");
    coordinates.set("lat", given.path("latitude"));
    coordinates.set("long", given.path("longitude"));
    return attachment;
  }

  private static ObjectNode fallback(JsonNode given, Files files) {
    ObjectNode attachment = Json.object().put("type", "fallback");
    attachment.put("title", given.path("title").asText("A link"));
    String url = given.isTextual() ? given.asText() : given.path("url").asText();
    attachment.put("url", url).putObject("payload").put("url", url);
    return attachment;
  }

  private static ObjectNode product(JsonNode given, Files files) {
    ObjectNode attachment = Json.object().put("type", "template");
    ObjectNode payload = attachment.putObject("payload");
    ObjectNode element = payload.putObject("product").putArray("elements").addObject();
    element.put("id", given.path("id").asText("1"));
    element.put("retailer_id", given.path("retailerId").asText());
    element.put("title", given.path("title").asText("A product"));
    element.put("subtitle", given.path("price").asText());
    if (given.hasNonNull("imageUrl")) {
      element.set("image_url", given.get("imageUrl"));
    }
    return attachment;
  }
}
