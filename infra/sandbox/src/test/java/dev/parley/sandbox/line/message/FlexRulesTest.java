package dev.parley.sandbox.line.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlexRulesTest {

  @Test
  void acceptsABubbleOf30KilobytesAndNotAByteMore() {
    ObjectNode bubble = bubble("x");
    int rest = FlexRules.MAX_BUBBLE_BYTES - Json.bytes(bubble).length;

    assertGood(bubble("x".repeat(1 + rest)));
    assertProblem(
        bubble("x".repeat(2 + rest)), "/", "The size of the JSON data must be at most 30 KB");
  }

  @Test
  void acceptsACarouselOf50KilobytesAndNotAByteMore() {
    int rest = FlexRules.MAX_CAROUSEL_BYTES - Json.bytes(carousel(2, "")).length;
    String half = "x".repeat(rest / 2);

    assertGood(carousel(2, half));
    assertProblem(carousel(2, half + "x"), "/", "The size of the JSON data must be at most 50 KB");
  }

  @Test
  void takesTwelveBubblesOfOneSize() {
    assertGood(carousel(12, "x"));
    assertProblem(carousel(13, "x"), "/contents", "Size must be between 1 and 12");
    ObjectNode mixed = carousel(2, "x");
    ((ObjectNode) mixed.at("/contents/1")).put("size", "micro");
    assertProblem(mixed, "/contents", "bubbles of different size: mega, micro");
  }

  @Test
  void refusesWhatAComponentHasNot() {
    ObjectNode bubble = bubble("x");
    ((ObjectNode) bubble.at("/body/contents/0")).put("colour", "#000000");

    assertProblem(bubble, "/body/contents/0/colour", "unknown field");
  }

  @Test
  void refusesAnEmptyTextAndAnEmptyBubble() {
    assertProblem(bubble(""), "/body/contents/0/text", "must be non-empty text");
    assertProblem(Json.object().put("type", "bubble"), "/", "At least one block must be specified");
  }

  @Test
  void refusesWrongValuesInTheirPlace() {
    assertProblem(text("size", "huge"), "/body/contents/0/size", "invalid property");
    assertProblem(text("color", "red"), "/body/contents/0/color", "invalid property");
    assertProblem(
        text("weight", "heavy"),
        "/body/contents/0/weight",
        "Must be one of the following values: [regular, bold]");
  }

  @Test
  void letsOnlyIconsAndTextsStandOnABaseline() {
    ObjectNode bubble = bubble("x");
    ((ObjectNode) bubble.get("body")).put("layout", "baseline");
    ((ArrayNode) bubble.at("/body/contents")).addObject().put("type", "separator");

    assertProblem(
        bubble,
        "/body/contents/1/type",
        "Must be one of the following values: [filler, icon, text]");
  }

  @Test
  void limitsTheLabelOfAButtonTo40() {
    assertGood(button("L".repeat(40)));
    assertProblem(
        button("L".repeat(41)),
        "/footer/contents/0/action/label",
        "Length must be between 0 and 40");
    assertProblem(button(""), "/footer/contents/0/action/label", "May not be empty");
  }

  @Test
  void wantsPicturesOverHttpsAndNotTooTall() {
    assertGood(picture("https://a.example/p.jpg", "1:3"));
    assertProblem(picture("http://a.example/p.jpg", "1:1"), "/hero/url", "invalid uri scheme");
    assertProblem(
        picture("https://a.example/p.jpg", "1:3.1"), "/hero/aspectRatio", "invalid property");
  }

  @Test
  void saysWhichMessageHoldsTheFlexProblem() {
    ObjectNode request = Json.object();
    ArrayNode messages = request.putArray("messages");
    messages.addObject().put("type", "text").put("text", "hi");
    messages.addObject().put("type", "flex").put("altText", "a").set("contents", bubble(""));

    Verdict verdict = MessageRules.check(request, List.of());

    assertEquals("A message (messages[1]) in the request body is invalid", verdict.message());
    assertEquals("/body/contents/0/text", verdict.body().at("/details/0/property").asText());
  }

  private static ObjectNode text(String field, String value) {
    ObjectNode bubble = bubble("x");
    ((ObjectNode) bubble.at("/body/contents/0")).put(field, value);
    return bubble;
  }

  private static ObjectNode bubble(String text) {
    ObjectNode bubble = Json.object().put("type", "bubble");
    ObjectNode body = bubble.putObject("body").put("type", "box").put("layout", "vertical");
    body.putArray("contents").addObject().put("type", "text").put("text", text);
    return bubble;
  }

  private static ObjectNode button(String label) {
    ObjectNode bubble = Json.object().put("type", "bubble");
    ObjectNode footer = bubble.putObject("footer").put("type", "box").put("layout", "vertical");
    ObjectNode button = footer.putArray("contents").addObject().put("type", "button");
    button
        .putObject("action")
        .put("type", "uri")
        .put("label", label)
        .put("uri", "https://a.example");
    return bubble;
  }

  private static ObjectNode picture(String url, String ratio) {
    ObjectNode bubble = Json.object().put("type", "bubble");
    bubble.putObject("hero").put("type", "image").put("url", url).put("aspectRatio", ratio);
    return bubble;
  }

  private static ObjectNode carousel(int bubbles, String text) {
    ObjectNode carousel = Json.object().put("type", "carousel");
    ArrayNode contents = carousel.putArray("contents");
    for (int i = 0; i < bubbles; i++) {
      contents.add(bubble(text));
    }
    return carousel;
  }

  private static void assertGood(ObjectNode container) {
    assertEquals(List.of(), FlexRules.check(container));
  }

  private static void assertProblem(ObjectNode container, String property, String words) {
    List<Problem> problems = FlexRules.check(container);
    assertTrue(problems.contains(new Problem(words, property)), problems.toString());
    assertEquals(1, problems.size(), problems.toString());
  }
}
