package dev.parley.bench.plain;

import static dev.parley.bench.plain.PlainAws.attribute;
import static dev.parley.bench.plain.PlainAws.key;
import static dev.parley.bench.plain.PlainAws.variable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * SendReferral's plain twin: who asks, conversation, products, settings; referral, queue, message.
 */
public final class PlainSendReferral extends PlainHandler {
  private static final String ABSENT = "attribute_not_exists(pk)";

  private final PlainAws aws = new PlainAws(PlainAws.crt());
  private final DynamoDbClient dynamo = aws.dynamoDb();
  private final SqsClient sqs = aws.sqs();
  private final String queue = variable("OUTBOUND_QUEUE_URL");
  private final String products = variable("PRODUCTS_TABLE");
  private final SecureRandom random = new SecureRandom();

  @Override
  String answer(PlainEvent event) throws IOException {
    String authorization = event.headers().getOrDefault("authorization", "Bearer ");
    String hash = sha256(authorization.substring("Bearer ".length()));
    Map<String, AttributeValue> caller = read(variable("MERCHANTS_TABLE"), "K#" + hash, "K");
    if (caller.isEmpty()) {
      return "{\"statusCode\":401}";
    }
    String merchant = attribute(caller, "merchantId").s();
    List<String> ids = new ArrayList<>();
    String conversationId = request(event.body(), ids);
    Map<String, AttributeValue> conversation =
        read(variable("CONVERSATIONS_TABLE"), merchant + "#" + conversationId, "H");
    List<Map<String, AttributeValue>> keys =
        ids.stream().map(id -> key(merchant, "P#" + id)).toList();
    var found =
        dynamo.batchGetItem(
            r -> r.requestItems(Map.of(products, KeysAndAttributes.builder().keys(keys).build())));
    read(variable("REFERRALS_TABLE"), merchant + "#SETTINGS", "attribution");
    String secret = HexFormat.of().formatHex(random.generateSeed(16));
    String cards =
        attribute(found.responses().getOrDefault(products, List.of()).getFirst(), "product").s();
    put(
        variable("REFERRALS_TABLE"),
        "R#" + secret,
        "R",
        attribute(conversation, "contactId").s(),
        cards);
    sqs.sendMessage(
        r ->
            r.queueUrl(queue)
                .messageGroupId(conversationId)
                .messageDeduplicationId(secret)
                .messageBody("{\"cards\":" + cards + "}"));
    put(variable("MESSAGES_TABLE"), merchant + "#" + conversationId, secret, "outbound", cards);
    return "{\"statusCode\":202,\"body\":\"{}\"}";
  }

  private static String request(byte[] body, List<String> products) throws IOException {
    String conversation = "";
    try (JsonParser parser = PlainEvent.JSON.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING && "conversationId".equals(parser.currentName())) {
          conversation = parser.getText();
        } else if (token == JsonToken.VALUE_STRING) {
          products.add(parser.getText());
        }
      }
    }
    return conversation;
  }

  private Map<String, AttributeValue> read(String table, String pk, String sk) {
    return dynamo.getItem(r -> r.tableName(table).key(key(pk, sk)).consistentRead(true)).item();
  }

  private void put(String table, String pk, String sk, String who, String content) {
    Map<String, AttributeValue> item =
        Map.of(
            "pk", AttributeValue.fromS(pk),
            "sk", AttributeValue.fromS(sk),
            "who", AttributeValue.fromS(who),
            "content", AttributeValue.fromS(content));
    dynamo.putItem(r -> r.tableName(table).item(item).conditionExpression(ABSENT));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  void prime() {
    Primed.sqs(sqs, queue);
  }
}
