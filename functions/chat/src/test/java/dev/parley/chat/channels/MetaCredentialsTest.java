package dev.parley.chat.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.Fields;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.input.FieldError;
import dev.parley.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What owners give to connect a channel of Meta's platforms. */
final class MetaCredentialsTest {
  private static final String PAGE =
      "{\"pageId\":\"101\",\"pageAccessToken\":\"EAAx\",\"appSecret\":\"s3\",\"verifyToken\":\"v3\"}";
  private static final String ACCOUNT =
      "{\"accountId\":\"202\",\"accessToken\":\"IGQx\",\"appSecret\":\"s3\",\"verifyToken\":\"v3\"}";
  private static final String NUMBER =
      "{\"phoneNumberId\":\"303\",\"businessAccountId\":\"404\",\"accessToken\":\"EAAx\","
          + "\"appSecret\":\"s3\",\"verifyToken\":\"v3\"}";

  private static ChannelCredentials read(ChannelType type, String json) {
    Fields fields = Fields.of(Json.readOwn(json));
    ChannelCredentials credentials = CredentialsInput.read(type, fields);
    fields.done();
    return credentials;
  }

  @Test
  void areReadByTheNamesThatEachPlatformUses() {
    assertEquals(
        new ChannelCredentials.Messenger("101", "EAAx", "s3", "v3"),
        read(ChannelType.MESSENGER, PAGE));
    assertEquals(
        new ChannelCredentials.Instagram("202", "IGQx", "s3", "v3"),
        read(ChannelType.INSTAGRAM, ACCOUNT));
    assertEquals(
        new ChannelCredentials.Whatsapp("303", "404", "EAAx", "s3", "v3", null),
        read(ChannelType.WHATSAPP, NUMBER));
    assertEquals(
        new ChannelCredentials.Whatsapp("303", "404", "EAAx", "s3", "v3", "505"),
        read(ChannelType.WHATSAPP, NUMBER.replace("\"303\"", "\"303\",\"catalogId\":\"505\"")));
  }

  @ParameterizedTest
  @CsvSource({
    "\"101\", \"page one\", /pageId",
    "\"101\", 101, /pageId",
    "\"EAAx\", \"EAA x\", /pageAccessToken",
    "\"s3\", \"\", /appSecret",
    "\"v3\", \"密\", /verifyToken"
  })
  void whatIsWrongIsNamed(String right, String wrong, String pointer) {
    BadInput refused =
        assertThrows(BadInput.class, () -> read(ChannelType.MESSENGER, PAGE.replace(right, wrong)));

    assertEquals(List.of(pointer), refused.errors().stream().map(FieldError::pointer).toList());
  }

  @Test
  void aSecretIsInNoText() {
    for (ChannelCredentials credentials :
        List.of(
            read(ChannelType.MESSENGER, PAGE),
            read(ChannelType.INSTAGRAM, ACCOUNT),
            read(ChannelType.WHATSAPP, NUMBER))) {
      assertFalse(credentials.toString().matches(".*(EAAx|IGQx|s3|v3).*"));
    }
  }
}
