package dev.parley.bench.plain;

import static dev.parley.bench.plain.PlainAws.attribute;
import static dev.parley.bench.plain.PlainAws.key;
import static dev.parley.bench.plain.PlainAws.variable;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** FollowLink's plain twin: reads the referral, queues the click, leads on. */
public final class PlainFollowLink extends PlainHandler {
  private static final int SECRET = 22;
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final PlainAws aws = new PlainAws(PlainAws.crt());
  private final DynamoDbClient dynamo = aws.dynamoDb();
  private final SqsClient sqs = aws.sqs();
  private final String referrals = variable("REFERRALS_TABLE");
  private final String queue = variable("CLICKS_QUEUE_URL");

  @Override
  String answer(PlainEvent event) {
    String token = event.parameter("token");
    Map<String, AttributeValue> item =
        dynamo.getItem(r -> r.tableName(referrals).key(key(pk(token), "R"))).item();
    if (item.isEmpty()) {
      return "{\"statusCode\":404}";
    }
    String body =
        "{\"merchantId\":\""
            + attribute(item, "merchantId").s()
            + "\",\"contactId\":\""
            + attribute(item, "contactId").s()
            + "\",\"referralId\":\""
            + attribute(item, "id").s()
            + "\"}";
    sqs.sendMessage(r -> r.queueUrl(queue).messageBody(body));
    String target = attribute(item, "urls").l().getFirst().s();
    return "{\"statusCode\":302,\"headers\":{\"location\":\"" + target + "\"}}";
  }

  private static String pk(String token) {
    if (token.length() <= SECRET) {
      return "R#" + token;
    }
    try {
      byte[] secret = Base64.getUrlDecoder().decode(token.substring(0, SECRET));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret);
      BigInteger bits = new BigInteger(1, Arrays.copyOf(hash, 10));
      StringBuilder tail = new StringBuilder();
      for (int shift = 75; shift >= 0; shift -= 5) {
        tail.append(DIGITS.charAt(bits.shiftRight(shift).intValue() & 31));
      }
      return "R#" + tail;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  void prime() {
    Primed.sqs(sqs, queue);
  }
}
