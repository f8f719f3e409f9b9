package dev.parley.chat.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.Fields;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.Template;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.input.FieldError;
import dev.parley.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessageInputTest {
  private static MessageInput read(String json) {
    return read(json, ChannelType.LINE);
  }

  private static MessageInput read(String json, ChannelType type) {
    return MessageInput.read(Fields.of(Json.readOwn(json)), type);
  }

  @Test
  void readsATextOrAnAttachment() {
    assertEquals(new Text("hi"), read("{\"text\":\"hi\"}").content());
    assertEquals(
        new Media(MediaKind.IMAGE, null, "https://x.example/1", null, null, null),
        read("{\"attachment\":{\"kind\":\"image\",\"url\":\"https://x.example/1\"}}").content());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /text",
        "{\"text\":\" \"} | /text",
        "{\"text\":7} | /text",
        "{\"text\":\"a\",\"attachment\":{\"kind\":\"file\",\"url\":\"https://x.example\"}} |"
            + " /attachment",
        "{\"attachment\":{\"kind\":\"image\",\"url\":\"http://x.example\"}} | /attachment/url",
        "{\"attachment\":{\"kind\":\"file\",\"url\":\"javascript:alert(1)\"}} | /attachment/url",
        "{\"attachment\":{\"kind\":\"gif\",\"url\":\"https://x.example\"}} | /attachment/kind",
        "{\"text\":\"a\",\"more\":1} | /more"
      })
  void refusesEverythingElse(String json, String pointer) {
    BadInput refused = assertThrows(BadInput.class, () -> read(json));

    assertEquals(List.of(pointer), refused.errors().stream().map(FieldError::pointer).toList());
  }

  @Test
  void aPictureMustLieAtAnAddressThatItsPlatformTakes() {
    String picture = "{\"attachment\":{\"kind\":\"image\",\"url\":\"http://x.example/1\"}}";

    BadInput refused = assertThrows(BadInput.class, () -> read(picture));

    assertEquals("must be an https URL", refused.errors().getFirst().detail());
  }

  @Test
  void readsATemplateWhereThePlatformHasThem() {
    String json =
        "{\"template\":{\"name\":\"order_ready\",\"language\":\"zh_TW\",\"parameters\":[\"A-1\"]}}";

    assertEquals(
        new Template("order_ready", "zh_TW", List.of("A-1")),
        read(json, ChannelType.WHATSAPP).content());
    assertEquals(
        List.of("/template"),
        assertThrows(BadInput.class, () -> read(json, ChannelType.MESSENGER)).errors().stream()
            .map(FieldError::pointer)
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"Order\",\"language\":\"th\"} | /template/name",
        "{\"name\":\"a\",\"language\":\"thai\"} | /template/language",
        "{\"name\":\"a\"} | /template/language",
        "{\"name\":\"a\",\"language\":\"th\",\"parameters\":[\"b\",\" \"]} |"
            + " /template/parameters/1",
        "{\"name\":\"a\",\"language\":\"th\",\"header\":1} | /template/header"
      })
  void refusesTemplatesThatNoPlatformTakes(String template, String pointer) {
    BadInput refused =
        assertThrows(
            BadInput.class, () -> read("{\"template\":" + template + "}", ChannelType.WHATSAPP));

    assertEquals(List.of(pointer), refused.errors().stream().map(FieldError::pointer).toList());
  }

  @Test
  void aPersonMaySayToAnswerByHandWhereThePlatformKnowsThat() {
    String json = "{\"text\":\"hi\",\"way\":\"humanAgent\"}";

    assertTrue(read(json, ChannelType.INSTAGRAM).humanAgent());
    assertFalse(read("{\"text\":\"hi\"}", ChannelType.INSTAGRAM).humanAgent());
    for (ChannelType type : List.of(ChannelType.LINE, ChannelType.WHATSAPP)) {
      BadInput refused = assertThrows(BadInput.class, () -> read(json, type));
      assertEquals("/way", refused.errors().getFirst().pointer());
    }
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    BadInput refused =
        assertThrows(BadInput.class, () -> read("{\"attachment\":{\"url\":\"x\",\"y\":1}}"));

    assertEquals(3, refused.errors().size());
  }
}
