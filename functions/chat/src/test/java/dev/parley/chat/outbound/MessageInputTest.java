package dev.parley.chat.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.Fields;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.outbound.Limits;
import dev.parley.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessageInputTest {
  private static final Limits STRICT = new Limits(ChannelType.LINE, 5000, true);
  private static final Limits LOOSE = new Limits(ChannelType.LINE, 5000, false);

  private static MessageInput read(String json) {
    return read(json, STRICT);
  }

  private static MessageInput read(String json, Limits limits) {
    return MessageInput.read(Fields.of(Json.readOwn(json)), limits);
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
  void aPictureMayLieAtAnAddressThatItsPlatformTakes() {
    String picture = "{\"attachment\":{\"kind\":\"image\",\"url\":\"http://x.example/1\"}}";

    BadInput refused = assertThrows(BadInput.class, () -> read(picture, STRICT));

    assertEquals("must be an https URL", refused.errors().getFirst().detail());
    assertEquals(
        new Media(MediaKind.IMAGE, null, "http://x.example/1", null, null, null),
        read(picture, LOOSE).content());
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    BadInput refused =
        assertThrows(BadInput.class, () -> read("{\"attachment\":{\"url\":\"x\",\"y\":1}}"));

    assertEquals(3, refused.errors().size());
  }
}
