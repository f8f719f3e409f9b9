package dev.parley.platforms.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.Template;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.outbound.CompiledMessage;
import dev.parley.domain.outbound.Cut;
import dev.parley.json.Json;
import dev.parley.platforms.Cards;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WhatsappFormTest {
  private static final WhatsappForm FORM = new WhatsappForm();

  private static String only(MessageContent content) {
    return FORM.compile(content, "zh-TW").orElseThrow().messages().getFirst();
  }

  @Test
  void oneProductIsAPictureWithAButton() {
    CompiledMessage compiled =
        FORM.compile(Cards.of("看看", Cards.card("1", "Shirt", "https://i.example/1.jpg")), "zh-TW");

    assertEquals(
        List.of(
            "{\"type\":\"interactive\",\"interactive\":{\"type\":\"cta_url\",\"header\":"
                + "{\"type\":\"image\",\"image\":{\"link\":\"https://i.example/1.jpg\"}},"
                + "\"body\":{\"text\":\"看看\\n\\nShirt\\nNT$1,290\"},\"action\":"
                + "{\"name\":\"cta_url\",\"parameters\":{\"display_text\":\"查看商品\","
                + "\"url\":\"https://p.example/r/1\"}}}}"),
        compiled.messages());
    assertEquals(List.of(), compiled.cuts());
  }

  @Test
  void severalProductsAreOneTextWithALinkEach() {
    CompiledMessage compiled = FORM.compile(Cards.many("look", 2), "en");

    assertEquals(
        List.of(
            "{\"type\":\"text\",\"text\":{\"preview_url\":true,\"body\":\"look\\n\\n"
                + "Tea 0 NT$1,290\\nhttps://p.example/r/p0\\n\\n"
                + "Tea 1 NT$1,290\\nhttps://p.example/r/p1\"}}"),
        compiled.messages());
    assertEquals(
        List.of(
            new Cut(new ProductId("p0"), "imageUrl", "https://i.example/0", null, null),
            new Cut(new ProductId("p1"), "imageUrl", "https://i.example/1", null, null)),
        compiled.cuts());
  }

  @Test
  void wordsThatFillAMessageStandBeforeTheProducts() {
    CompiledMessage one =
        FORM.compile(Cards.of("あ".repeat(4096), Cards.card("1", "Shirt", null)), "en");
    CompiledMessage many = FORM.compile(Cards.many("あ".repeat(4090), 10), "en");

    for (CompiledMessage compiled : List.of(one, many)) {
      assertEquals(2, compiled.messages().size());
      compiled.messages().forEach(WhatsappFormTest::assertFits);
    }
  }

  private static void assertFits(String message) {
    String body = String.valueOf(Json.readOwn(message).object("text").text("body"));
    assertTrue(body.codePointCount(0, body.length()) <= 4096, body);
  }

  @Test
  void cutsLongNamesInTheList() {
    String name = "茶".repeat(250);

    CompiledMessage compiled =
        FORM.compile(Cards.of(null, Cards.card("1", name, null), Cards.card("2", "b", null)), "en");

    assertEquals(
        List.of(new Cut(new ProductId("1"), "title", name, "茶".repeat(199) + "…", 200)),
        compiled.cuts());
  }

  @Test
  void sendsTextsMediaAndTemplates() {
    assertEquals(
        "{\"type\":\"text\",\"text\":{\"preview_url\":true,\"body\":\"a\"}}", only(new Text("a")));
    assertEquals(
        "{\"type\":\"document\",\"document\":{\"link\":\"https://x.example/1\"}}",
        only(new Media(MediaKind.FILE, null, "https://x.example/1", null, null, null)));
    assertEquals(
        "{\"type\":\"template\",\"template\":{\"name\":\"ready\",\"language\":{\"code\":\"th\"},"
            + "\"components\":[{\"type\":\"body\",\"parameters\":["
            + "{\"type\":\"text\",\"text\":\"A-1\"}]}]}}",
        only(new Template("ready", "th", List.of("A-1"))));
    assertEquals(
        "{\"type\":\"template\",\"template\":{\"name\":\"hi\",\"language\":{\"code\":\"th\"}}}",
        only(new Template("hi", "th", List.of())));
    assertEquals(Optional.empty(), FORM.compile(new Unknown("x"), "en"));
  }
}
