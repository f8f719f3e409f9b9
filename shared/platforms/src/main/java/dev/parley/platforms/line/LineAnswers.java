package dev.parley.platforms.line;

import dev.parley.domain.outbound.SendOutcome;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.MalformedJson;
import dev.parley.platforms.http.Answer;
import dev.parley.platforms.text.Graphemes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one place that says what LINE's answers to a sent message mean. */
final class LineAnswers {
  private static final int MOST_REASON = 500;

  private LineAnswers() {}

  static SendOutcome outcome(Answer answer) {
    return switch (answer) {
      case Answer.Answered answered -> outcome(answered.status(), object(answered.body()));
      case Answer.NotReached lost -> new SendOutcome.NotNow(lost.reason());
      case Answer.Silent silent -> new SendOutcome.OutcomeUnknown(silent.reason());
    };
  }

  private static SendOutcome outcome(int status, JsonObject body) {
    if (status >= 200 && status < 300) {
      return new SendOutcome.Accepted(lastId(body));
    }
    String reason = reason(status, body);
    return switch (status) {
      case 409 -> new SendOutcome.Accepted(lastId(body));
      case 401 -> new SendOutcome.CredentialsRejected(reason);
      case 429 ->
          saysMonthly(body) ? new SendOutcome.MonthlyLimit(reason) : new SendOutcome.NotNow(reason);
      case 408 -> new SendOutcome.OutcomeUnknown(reason);
      default -> refused(status, body, reason);
    };
  }

  private static SendOutcome refused(int status, JsonObject body, String reason) {
    if (status >= 500) {
      return new SendOutcome.OutcomeUnknown(reason);
    }
    return status == 400 && says(body, "invalid reply token")
        ? new SendOutcome.InvalidReplyToken()
        : new SendOutcome.Rejected(reason);
  }

  private static boolean saysMonthly(JsonObject body) {
    return says(body, "monthly limit");
  }

  private static boolean says(JsonObject body, String words) {
    return body.text("message", "").toLowerCase(Locale.ROOT).contains(words);
  }

  /** What was sent last is what the agent's message is known by. */
  private static @Nullable String lastId(JsonObject body) {
    List<JsonObject> sent = body.objects("sentMessages");
    return sent.isEmpty() ? null : sent.getLast().text("id");
  }

  /** Returns LINE's words, with the details where it gave some. */
  private static String reason(int status, JsonObject body) {
    String details =
        body.objects("details").stream()
            .map(detail -> detail.text("property", "") + ": " + detail.text("message", ""))
            .collect(Collectors.joining("; "));
    String message = body.text("message", "LINE answered " + status);
    return Graphemes.cutUnits(
        details.isEmpty() ? message : message + " (" + details + ")", MOST_REASON);
  }

  static JsonObject object(String body) {
    try {
      return Json.read(body) instanceof JsonObject object ? object : JsonObject.EMPTY;
    } catch (MalformedJson e) {
      return JsonObject.EMPTY; // The status alone says enough.
    }
  }
}
