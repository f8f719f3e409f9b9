package dev.parley.aws.admin;

import static dev.parley.aws.admin.KeptRequest.ATTEMPT;
import static dev.parley.aws.admin.KeptRequest.DIGEST;
import static dev.parley.aws.admin.KeptRequest.LOCKED_UNTIL;
import static dev.parley.aws.admin.KeptRequest.REPLY;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.UnknownId;
import dev.parley.aws.id.SeededIds;
import dev.parley.aws.item.Item;
import dev.parley.aws.request.Idempotency;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.input.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Repeated requests in a table: who begins one locks it for as long as the function may run; its
 * reply is kept for a day. An attempt that fails, or dies, leaves the seed of its ids, so that the
 * next one makes the same things.
 */
final class DynamoIdempotency implements Idempotency {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final int LONGEST_KEY = 255;

  private final DynamoDbClient dynamo;
  private final String table;
  private final InstantSource clock;

  DynamoIdempotency(DynamoDbClient dynamo, String table, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public HttpReply once(
      MerchantId merchant, String key, HttpCall call, Function<HttpCall, HttpReply> doing) {
    KeptRequest request = KeptRequest.first(merchant, key, call, idempotencyKey(call));
    Instant now = clock.instant();
    Item before =
        begun(
            request,
            call.deadline(),
            "attribute_not_exists(pk) OR expiresAt <= :now",
            Item.empty().number(":now", now.getEpochSecond()));
    if (before == null) {
      return done(request, call, doing);
    }
    if (!before.text(DIGEST).equals(request.digest())) {
      return HttpReply.problem(
          422,
          "idempotency-key-reused",
          "Key used before",
          "The key was used with a different request.");
    }
    if (before.has(REPLY)) {
      return request.reply(before);
    }
    return before.time(LOCKED_UNTIL).isAfter(now)
        ? inProgress()
        : takenOver(request.again(before), before.text(ATTEMPT), call, doing);
  }

  private static String idempotencyKey(HttpCall call) {
    String key = Objects.requireNonNullElse(call.header("idempotency-key"), "");
    int length = key.codePointCount(0, key.length());
    if (length < 1 || length > LONGEST_KEY) {
      throw new BadInput(
          List.of(
              new FieldError(
                  "Idempotency-Key", "must have from 1 to " + LONGEST_KEY + " characters")));
    }
    return key;
  }

  private static HttpReply inProgress() {
    return HttpReply.problem(
            409, "request-in-progress", "Still being worked on", "Ask again in a second.")
        .with("retry-after", "1");
  }

  private HttpReply takenOver(
      KeptRequest request, String attempt, HttpCall call, Function<HttpCall, HttpReply> doing) {
    Item held =
        begun(
            request,
            call.deadline(),
            "attempt = :before AND attribute_not_exists(reply)",
            Item.empty().text(":before", attempt));
    return held == null ? done(request, call, doing) : inProgress();
  }

  /** Locks the request; returns {@code null}, or what holds it when the condition doesn't. */
  private @Nullable Item begun(
      KeptRequest request, Instant lockedUntil, String condition, Item values) {
    Item item = request.begun(lockedUntil, request.startedAt().plus(KEPT));
    try {
      dynamo.putItem(
          PutItemRequest.builder()
              .tableName(table)
              .item(item.attributes())
              .conditionExpression(condition)
              .expressionAttributeValues(values.attributes())
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
              .build());
      return null;
    } catch (ConditionalCheckFailedException e) {
      return Item.of(e.item());
    }
  }

  private HttpReply done(KeptRequest request, HttpCall call, Function<HttpCall, HttpReply> doing) {
    Ending ending = Ending.OPENED;
    try {
      HttpReply reply = doing.apply(call.with(new SeededIds(request.seed(), request.startedAt())));
      ending = Ending.of(reply);
      if (ending == Ending.ANSWERED) {
        keep(request, reply);
      }
      return reply;
    } catch (BadInput | UnknownId e) {
      ending = Ending.REFUSED;
      throw e;
    } finally {
      release(request, ending);
    }
  }

  /**
   * How an attempt ended: with a reply to keep, with a refusal, or so that it can be begun again.
   */
  private enum Ending {
    ANSWERED,
    REFUSED,
    OPENED;

    static Ending of(HttpReply reply) {
      return reply.status() < 400 ? ANSWERED : reply.status() < 500 ? REFUSED : OPENED;
    }
  }

  private void keep(KeptRequest request, HttpReply reply) {
    update(request, "SET reply = :value", Item.empty().bytes(":value", request.closed(reply)));
  }

  private void release(KeptRequest request, Ending ending) {
    if (ending == Ending.REFUSED) {
      free(request);
    } else if (ending == Ending.OPENED) {
      update(request, "SET lockedUntil = :value", Item.empty().number(":value", 0L));
    }
  }

  /** Writes to the request unless another attempt has taken it over. */
  private void update(KeptRequest request, String expression, Item values) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(request.at().key())
                  .updateExpression(expression)
                  .conditionExpression("attempt = :mine")
                  .expressionAttributeValues(values.text(":mine", request.attempt()).attributes()));
    } catch (ConditionalCheckFailedException e) {
      return; // The one that took over answers for it.
    }
  }

  private void free(KeptRequest request) {
    try {
      dynamo.deleteItem(
          delete ->
              delete
                  .tableName(table)
                  .key(request.at().key())
                  .conditionExpression("attempt = :mine")
                  .expressionAttributeValues(
                      Item.empty().text(":mine", request.attempt()).attributes()));
    } catch (ConditionalCheckFailedException e) {
      return; // The one that took over answers for it.
    }
  }
}
