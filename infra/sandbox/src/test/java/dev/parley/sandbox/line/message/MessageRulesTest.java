package dev.parley.sandbox.line.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageRulesTest {
  /** One grapheme cluster of eleven UTF-16 units. */
  private static final String FAMILY = "👨‍👩‍👧‍👦";

  @Test
  void countsTheTextOfAMessageInUtf16Units() {
    assertGood(text("字".repeat(5000)));
    assertGood(text("🍎".repeat(2500)));
    assertProblem(text("字".repeat(5001)), "messages[0].text", "Length must be between 0 and 5000");
    assertProblem(text("🍎".repeat(2501)), "messages[0].text", "Length must be between 0 and 5000");
    assertProblem(text(""), "messages[0].text", "May not be empty");
  }

  @Test
  void takesOneToFiveMessages() {
    assertTrue(check(List.of(text("a"), text("b"), text("c"), text("d"), text("e"))).good());
    List<ObjectNode> six =
        List.of(text("a"), text("b"), text("c"), text("d"), text("e"), text("f"));
    assertEquals("Size must be between 1 and 5", check(six).problems().getFirst().message());
    assertEquals("Size must be between 1 and 5", check(List.of()).problems().getFirst().message());
  }

  @Test
  void namesEveryProblemAtOnce() {
    Verdict verdict = check(List.of(text(""), parse("{\"type\":\"poem\"}")));

    assertEquals("The request body has 2 error(s)", verdict.message());
    assertEquals("messages[0].text", verdict.problems().get(0).property());
    assertEquals("messages[1].type", verdict.problems().get(1).property());
  }

  @Test
  void countsTemplateTextsInGraphemeClusters() {
    assertGood(buttons("t".repeat(40), "x".repeat(60)));
    assertGood(buttons(FAMILY.repeat(40), FAMILY.repeat(60)));
    assertProblem(
        buttons("t".repeat(41), "x"),
        "messages[0].template.title",
        "Length must be between 0 and 40");
    assertProblem(
        buttons("t", "x".repeat(61)),
        "messages[0].template.text",
        "Length must be between 0 and 60");
    assertGood(buttons("", "x".repeat(160)));
    assertProblem(
        buttons("", "x".repeat(161)),
        "messages[0].template.text",
        "Length must be between 0 and 160");
  }

  @Test
  void limitsTheAlternativeTextTo1500() {
    assertGood(buttons("t", "x").put("altText", "a".repeat(1500)));
    assertProblem(
        buttons("t", "x").put("altText", "a".repeat(1501)),
        "messages[0].altText",
        "Length must be between 0 and 1500");
  }

  @Test
  void takesTenColumnsWithThreeActionsEach() {
    assertGood(carousel(10, 3));
    assertProblem(carousel(11, 3), "messages[0].template.columns", "Size must be between 1 and 10");
    assertProblem(
        carousel(1, 4), "messages[0].template.columns[0].actions", "Size must be between 1 and 3");
    assertProblem(
        carousel(1, 0), "messages[0].template.columns[0].actions", "Size must be between 1 and 3");
  }

  @Test
  void wantsTheSameOfEveryColumn() {
    ObjectNode actions = carousel(2, 2);
    ((ArrayNode) actions.at("/template/columns/1/actions")).remove(1);
    ObjectNode picture = carousel(2, 1);
    ((ObjectNode) picture.at("/template/columns/1")).remove("thumbnailImageUrl");

    assertEquals("messages[0].template.columns[1].actions", property(actions));
    assertEquals("messages[0].template.columns[1].thumbnailImageUrl", property(picture));
  }

  @Test
  void lets120CharactersStandInAColumnWithoutPictureOrTitle() {
    ObjectNode bare = carousel(1, 1);
    ObjectNode column = (ObjectNode) bare.at("/template/columns/0");
    column.remove(List.of("thumbnailImageUrl", "title"));

    assertGood(changed(bare, column, "x".repeat(120)));
    assertEquals(
        "messages[0].template.columns[0].text", property(changed(bare, column, "x".repeat(121))));
  }

  @Test
  void wantsPicturesOverHttps() {
    ObjectNode message = carousel(1, 1);
    ((ObjectNode) message.at("/template/columns/0"))
        .put("thumbnailImageUrl", "http://a.example/b.jpg");

    assertProblem(
        message, "messages[0].template.columns[0].thumbnailImageUrl", "invalid uri scheme");
    assertProblem(
        parse(
            "{\"type\":\"image\",\"originalContentUrl\":\"https://a.example/x\",\"previewImageUrl\":\"no\"}"),
        "messages[0].previewImageUrl",
        "invalid uri");
    String longest = "https://a.example/" + "x".repeat(2000 - "https://a.example/".length());
    assertGood(image(longest));
    assertEquals("messages[0].originalContentUrl", property(image(longest + "x")));
  }

  @Test
  void limitsLabelsAndAddressesOfActions() {
    String longest = "https://a.example/" + "x".repeat(1000 - "https://a.example/".length());
    assertGood(action(uri("L".repeat(20), longest)));
    assertEquals(
        "messages[0].template.actions[0].label", property(action(uri("L".repeat(21), longest))));
    assertEquals("messages[0].template.actions[0].uri", property(action(uri("L", longest + "x"))));
    assertEquals(
        "messages[0].template.actions[0].uri", property(action(uri("L", "ftp://a.example"))));
    assertEquals("messages[0].template.actions[0].label", property(action(uri("", longest))));
    assertGood(action(uri("L", "tel:0212345678")));
  }

  @Test
  void limitsWhatAPostbackCarries() {
    assertGood(action(postback("d".repeat(300), FAMILY.repeat(300))));
    assertEquals(
        "messages[0].template.actions[0].data", property(action(postback("d".repeat(301), "x"))));
    assertEquals(
        "messages[0].template.actions[0].displayText",
        property(action(postback("d", "x".repeat(301)))));
  }

  @Test
  void wantsTwoActionsToConfirmAnd240CharactersAtMost() {
    assertGood(confirm(2, 240));
    assertEquals("messages[0].template.actions", property(confirm(1, 1)));
    assertEquals("messages[0].template.actions", property(confirm(3, 1)));
    assertEquals("messages[0].template.text", property(confirm(2, 241)));
  }

  @Test
  void letsLabelsOfAnImageCarouselHaveTwelveCharacters() {
    assertGood(imageCarousel("L".repeat(12), 10));
    assertEquals(
        "messages[0].template.columns[0].action.label", property(imageCarousel("L".repeat(13), 1)));
    assertEquals("messages[0].template.columns", property(imageCarousel("L", 11)));
  }

  @Test
  void takesThirteenQuickReplies() {
    assertGood(quickReplies(13));
    assertEquals("messages[0].quickReply.items", property(quickReplies(14)));
  }

  @Test
  void checksTheOtherKindsOfMessage() {
    assertGood(parse("{\"type\":\"sticker\",\"packageId\":\"446\",\"stickerId\":\"1988\"}"));
    assertEquals(
        "messages[0].packageId", property(parse("{\"type\":\"sticker\",\"stickerId\":\"1\"}")));
    assertGood(
        parse(
            "{\"type\":\"audio\",\"originalContentUrl\":\"https://a.example/a\",\"duration\":60000}"));
    assertEquals(
        "messages[0].duration",
        property(parse("{\"type\":\"audio\",\"originalContentUrl\":\"https://a.example/a\"}")));
    assertGood(
        parse(
            "{\"type\":\"location\",\"title\":\"t\",\"address\":\"a\",\"latitude\":25,\"longitude\":121.5}"));
    assertEquals(
        "messages[0].latitude",
        property(
            parse(
                "{\"type\":\"location\",\"title\":\"t\",\"address\":\"a\",\"latitude\":91,\"longitude\":1}")));
  }

  private static ObjectNode changed(ObjectNode message, ObjectNode column, String text) {
    column.put("text", text);
    return message;
  }

  private static ObjectNode text(String text) {
    return Json.object().put("type", "text").put("text", text);
  }

  private static ObjectNode image(String url) {
    ObjectNode image = Json.object().put("type", "image");
    return image.put("originalContentUrl", url).put("previewImageUrl", "https://a.example/p");
  }

  private static ObjectNode uri(String label, String uri) {
    return Json.object().put("type", "uri").put("label", label).put("uri", uri);
  }

  private static ObjectNode postback(String data, String displayText) {
    ObjectNode action = Json.object().put("type", "postback").put("label", "L");
    return action.put("data", data).put("displayText", displayText);
  }

  private static ObjectNode template(String type) {
    ObjectNode message = Json.object().put("type", "template").put("altText", "a");
    message.putObject("template").put("type", type);
    return message;
  }

  private static ObjectNode buttons(String title, String text) {
    ObjectNode message = template("buttons");
    ObjectNode template = (ObjectNode) message.get("template");
    if (!title.isEmpty()) {
      template.put("title", title);
    }
    template.put("text", text).putArray("actions").add(uri("L", "https://a.example"));
    return message;
  }

  private static ObjectNode action(ObjectNode action) {
    ObjectNode message = buttons("t", "x");
    ((ArrayNode) message.at("/template/actions")).removeAll().add(action);
    return message;
  }

  private static ObjectNode confirm(int actions, int length) {
    ObjectNode message = template("confirm");
    ((ObjectNode) message.get("template"))
        .put("text", "x".repeat(length))
        .set("actions", uris(actions));
    return message;
  }

  private static ObjectNode carousel(int columns, int actions) {
    ObjectNode message = template("carousel");
    ArrayNode all = ((ObjectNode) message.get("template")).putArray("columns");
    for (int i = 0; i < columns; i++) {
      ObjectNode column = all.addObject().put("title", "t").put("text", "x".repeat(60));
      column.put("thumbnailImageUrl", "https://a.example/b.jpg").set("actions", uris(actions));
    }
    return message;
  }

  private static ObjectNode imageCarousel(String label, int columns) {
    ObjectNode message = template("image_carousel");
    ArrayNode all = ((ObjectNode) message.get("template")).putArray("columns");
    for (int i = 0; i < columns; i++) {
      ObjectNode column = all.addObject().put("imageUrl", "https://a.example/b.jpg");
      column.set("action", uri(label, "https://a.example"));
    }
    return message;
  }

  private static ObjectNode quickReplies(int count) {
    ObjectNode message = text("choose");
    ArrayNode items = message.putObject("quickReply").putArray("items");
    for (int i = 0; i < count; i++) {
      items.addObject().put("type", "action").set("action", uri("L", "https://a.example"));
    }
    return message;
  }

  private static ArrayNode uris(int count) {
    ArrayNode actions = Json.array();
    for (int i = 0; i < count; i++) {
      actions.add(uri("L" + i, "https://a.example"));
    }
    return actions;
  }

  private static ObjectNode parse(String json) {
    try {
      return (ObjectNode) Json.parse(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Verdict check(List<? extends JsonNode> messages) {
    ObjectNode request = Json.object();
    request.putArray("messages").addAll(messages);
    return MessageRules.check(request, List.of());
  }

  private static void assertGood(ObjectNode message) {
    assertEquals(List.of(), check(List.of(message)).problems());
  }

  private static void assertProblem(ObjectNode message, String property, String words) {
    Verdict verdict = check(List.of(message));
    assertFalse(verdict.good());
    assertEquals(List.of(new Problem(words, property)), verdict.problems());
  }

  private static String property(ObjectNode message) {
    List<Problem> problems = check(List.of(message)).problems();
    assertEquals(1, problems.size(), problems.toString());
    return problems.getFirst().property();
  }
}
