package dev.parley.platforms.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.Template;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.outbound.CompiledMessage;
import dev.parley.domain.outbound.Cut;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.platforms.Cards;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MessagingFormTest {
  private static final MessagingForm FORM = new MessagingForm(true);

  @Test
  void makesAnElementForEachProduct() {
    CompiledMessage compiled =
        FORM.compile(Cards.of("看看", Cards.card("1", "Shirt", "https://i.example/1.jpg")), "zh-TW");

    assertEquals(
        List.of(
            "{\"text\":\"看看\"}",
            "{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"generic\","
                + "\"image_aspect_ratio\":\"square\",\"elements\":[{\"title\":\"Shirt\","
                + "\"subtitle\":\"NT$1,290\",\"image_url\":\"https://i.example/1.jpg\","
                + "\"default_action\":{\"type\":\"web_url\",\"url\":\"https://p.example/r/1\"},"
                + "\"buttons\":[{\"type\":\"web_url\",\"url\":\"https://p.example/r/1\","
                + "\"title\":\"查看商品\"}]}]}}}"),
        compiled.messages());
    assertEquals(List.of(), compiled.cuts());
  }

  @Test
  void cutsTitlesBetweenCharactersAndLeavesOutPicturesThatAreNotTaken() {
    String family = "👨‍👩‍👧‍👦";
    String long81 = family.repeat(81);

    CompiledMessage compiled =
        FORM.compile(Cards.of(null, Cards.card("1", long81, "http://i.example/1.jpg")), "th");

    String cut = family.repeat(79) + "…";
    JsonObject element = element(compiled);
    assertEquals(cut, element.text("title"));
    assertFalse(element.has("image_url"));
    assertEquals("ดูสินค้า", element.objects("buttons").getFirst().text("title"));
    assertEquals(
        List.of(
            new Cut(new ProductId("1"), "title", long81, cut, 80),
            new Cut(new ProductId("1"), "imageUrl", "http://i.example/1.jpg", null, null)),
        compiled.cuts());
  }

  private static JsonObject element(CompiledMessage compiled) {
    return Json.readOwn(compiled.messages().getLast())
        .object("attachment")
        .object("payload")
        .objects("elements")
        .getFirst();
  }

  @Test
  void tenProductsAreOneMessage() {
    CompiledMessage compiled = FORM.compile(Cards.many(null, 10), "en");

    assertEquals(1, compiled.messages().size());
  }

  @Test
  void attachesWhatTheyTakeAndLinksTheRest() {
    assertEquals(
        "{\"attachment\":{\"type\":\"video\",\"payload\":{\"url\":\"https://x.example/1\"}}}",
        only(FORM, MediaKind.VIDEO));
    assertEquals(
        "{\"attachment\":{\"type\":\"file\",\"payload\":{\"url\":\"https://x.example/1\"}}}",
        only(FORM, MediaKind.FILE));
    assertEquals(
        "{\"text\":\"https://x.example/1\"}", only(new MessagingForm(false), MediaKind.FILE));
  }

  private static String only(MessagingForm form, MediaKind kind) {
    Media media = new Media(kind, null, "https://x.example/1", null, null, null);
    return form.compile(media, "en").orElseThrow().messages().getFirst();
  }

  @Test
  void hasNoFormForTemplates() {
    assertEquals(Optional.empty(), FORM.compile(new Template("a", "th", List.of()), "en"));
    assertEquals(
        List.of("{\"text\":\"a\"}"), FORM.compile(new Text("a"), "en").orElseThrow().messages());
  }
}
