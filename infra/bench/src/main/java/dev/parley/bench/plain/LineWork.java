package dev.parley.bench.plain;

import static dev.parley.bench.plain.PlainAws.attribute;
import static dev.parley.bench.plain.PlainAws.key;
import static dev.parley.bench.plain.PlainAws.variable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * What LineWebhook's twin and the references beside it all do: reads and opens the channel,
 * verifies, queues the event.
 */
public final class LineWork {
  private final DynamoDbClient dynamo;
  private final SqsClient sqs;
  private final KmsClient kms;
  private final String channels = variable("CHANNELS_TABLE");
  private final String queue = variable("INBOUND_QUEUE_URL");
  private final Map<String, SecretKeySpec> secrets = new HashMap<>();

  public LineWork(DynamoDbClient dynamo, SqsClient sqs, KmsClient kms) {
    this.dynamo = dynamo;
    this.sqs = sqs;
    this.kms = kms;
  }

  static LineWork over(SdkHttpClient http) {
    PlainAws aws = new PlainAws(http);
    return new LineWork(aws.dynamoDb(), aws.sqs(), aws.kms());
  }

  /** Answers the call whose event is read from here. */
  public String answer(InputStream event) throws IOException {
    return answer(PlainEvent.read(event));
  }

  String answer(PlainEvent event) throws IOException {
    String channel = event.parameter("channelId");
    SecretKeySpec secret = secrets.get(channel);
    if (secret == null) {
      secret = read(channel);
    }
    String signature = event.headers().getOrDefault("x-line-signature", "");
    if (secret == null || !signed(secret, event.body(), signature)) {
      return "{\"statusCode\":401}";
    }
    Map<String, String> fields = texts(event.body());
    queue(channel, fields, new String(event.body(), StandardCharsets.UTF_8));
    return "{\"statusCode\":200}";
  }

  private @Nullable SecretKeySpec read(String channel) throws IOException {
    Map<String, AttributeValue> item =
        dynamo
            .getItem(r -> r.tableName(channels).key(key(channel, "C")).consistentRead(true))
            .item();
    if (item.isEmpty()) {
      return null;
    }
    byte[] plain =
        kms.decrypt(
                r ->
                    r.keyId(variable("SECRETS_KEY_ID"))
                        .encryptionContext(
                            Map.of(
                                "merchant", attribute(item, "merchantPk").s(), "channel", channel))
                        .ciphertextBlob(attribute(item, "credentials").b()))
            .plaintext()
            .asByteArray();
    byte[] secret = texts(plain).getOrDefault("channelSecret", "").getBytes(StandardCharsets.UTF_8);
    SecretKeySpec opened = new SecretKeySpec(secret, "HmacSHA256");
    secrets.put(channel, opened);
    return opened;
  }

  private static boolean signed(SecretKeySpec secret, byte[] body, String signature) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      return MessageDigest.isEqual(mac.doFinal(body), Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns all texts by the names of their fields. */
  private static Map<String, String> texts(byte[] json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser parser = PlainEvent.JSON.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          texts.put(parser.currentName(), parser.getText());
        }
      }
    }
    return texts;
  }

  private void queue(String channel, Map<String, String> fields, String raw) {
    String id = fields.getOrDefault("webhookEventId", "");
    String sender = fields.getOrDefault("userId", "");
    String body =
        "{\"channelId\":\""
            + channel
            + "\",\"eventId\":\""
            + id
            + "\",\"raw\":\""
            + quoted(raw)
            + "\"}";
    SendMessageBatchRequestEntry entry =
        SendMessageBatchRequestEntry.builder()
            .id("0")
            .messageGroupId(channel + ":" + sender)
            .messageDeduplicationId(channel + ":" + id)
            .messageBody(body)
            .build();
    sqs.sendMessageBatch(r -> r.queueUrl(queue).entries(List.of(entry)));
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** Loads what the calls need, without effects. */
  public void prime() {
    Primed.sqs(sqs, queue);
    Primed.kms(kms);
  }
}
