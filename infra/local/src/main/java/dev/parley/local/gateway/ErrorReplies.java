package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Failures in the words of the service or platform that would say them. */
final class ErrorReplies {
  private static final Map<String, String> THROTTLING =
      Map.of(
          "dynamodb", "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
          "sqs", "com.amazonaws.sqs#RequestThrottled",
          "kms", "com.amazonaws.kms#ThrottlingException",
          "events", "com.amazonaws.events#ThrottlingException",
          "s3", "SlowDown",
          "ses", "TooManyRequestsException");
  private static final Map<String, String> INTERNAL =
      Map.of(
          "dynamodb", "com.amazonaws.dynamodb.v20120810#InternalServerError",
          "sqs", "com.amazonaws.sqs#InternalFailure",
          "kms", "com.amazonaws.kms#KMSInternalException",
          "events", "com.amazonaws.events#InternalException",
          "s3", "InternalError",
          "ses", "InternalServiceErrorException");

  /** A fault of the service that the SDK's clients hand on without a retry. */
  private static final int NEVER_RETRIED = 501;

  /** Meta's code for too many calls, of which it has taken none. */
  private static final int META_LIMIT = 4;

  /** Meta's code for what broke, whatever it has done of it. */
  private static final int META_BROKE = 2;

  private ErrorReplies() {}

  static Reply of(Call call, Fault.Failure failure) {
    return switch (failure) {
      case THROTTLE -> throttled(call.service());
      case INTERNAL -> internal(call.service(), 500);
      case EXHAUSTED -> internal(call.service(), NEVER_RETRIED);
      case TIMEOUT, CRASH -> Reply.DROPPED;
    };
  }

  private static Reply throttled(String service) {
    String type = THROTTLING.get(service);
    return type == null ? platformThrottled(service) : aws(400, type, "Rate exceeded");
  }

  private static Reply internal(String service, int status) {
    String type = INTERNAL.get(service);
    return type == null
        ? Reply.json(500, platformError(service, META_BROKE, "Internal server error"))
        : aws(status, type, "The request processing has failed because of an unknown error");
  }

  static Reply aws(int status, String type, String message) {
    return Reply.amazonJson(
        status, Json.object().put("__type", type).put("message", message).put("Message", message));
  }

  private static Reply platformThrottled(String service) {
    return Reply.json(
        429,
        platformError(
            service, META_LIMIT, "The API rate limit has been exceeded. Try again later."));
  }

  private static ObjectNode platformError(String service, int metaCode, String message) {
    ObjectNode error = Json.object();
    switch (service) {
      case "meta", "instagram" ->
          error
              .putObject("error")
              .put("message", message)
              .put("code", metaCode)
              .put("type", "OAuthException");
      case "shopify" -> error.put("errors", message);
      case "shopee" -> error.put("error", "error_rate_limit").put("message", message);
      default -> error.put("message", message);
    }
    return error;
  }
}
