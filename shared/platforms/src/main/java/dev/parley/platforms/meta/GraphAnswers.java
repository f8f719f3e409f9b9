package dev.parley.platforms.meta;

import dev.parley.domain.outbound.SendOutcome;
import dev.parley.json.JsonObject;
import dev.parley.platforms.http.Answer;
import dev.parley.platforms.text.Graphemes;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one place that says what the Graph API's answers to a sent message mean, by their codes. */
public final class GraphAnswers {
  private static final int MOST_REASON = 500;

  /** The person wrote too long ago: Messenger's and Instagram's subcodes, WhatsApp's code. */
  private static final Set<Long> WINDOW_SUBCODES = Set.of(2018278L, 2534022L);

  private static final Set<Long> WINDOW = Set.of(131047L);

  /** Too much at once, or the platform is being worked on: it has taken nothing. */
  private static final Set<Long> LATER =
      Set.of(
          4L, 17L, 32L, 613L, 80006L, 80007L, 130429L, 131016L, 131056L, 131057L, 133004L, 133016L);

  /** Something broke while it was taken. */
  private static final Set<Long> BROKEN = Set.of(1L, 2L, 1200L, 131000L);

  /** The token, or what it allows. */
  private static final Set<Long> CREDENTIALS = Set.of(0L, 3L, 10L, 190L, 131005L);

  /** The token has ended or was taken back. */
  private static final Set<Long> DEAD = Set.of(102L, 190L);

  private GraphAnswers() {}

  /**
   * @param id reads the platform's id of the message from the body of a good answer
   */
  public static SendOutcome outcome(Answer answer, Function<JsonObject, @Nullable String> id) {
    return switch (answer) {
      case Answer.Answered answered -> outcome(answered, id);
      case Answer.NotReached lost -> new SendOutcome.NotNow(lost.reason());
      case Answer.Silent silent -> new SendOutcome.OutcomeUnknown(silent.reason());
    };
  }

  private static SendOutcome outcome(
      Answer.Answered answered, Function<JsonObject, @Nullable String> id) {
    JsonObject body = MetaJson.object(answered.body());
    if (isGood(answered)) {
      return new SendOutcome.Accepted(id.apply(body));
    }
    JsonObject error = body.object("error");
    Long code = error.longValue("code");
    String reason = reason(answered.status(), error);
    return code == null ? byStatus(answered.status(), reason) : byCode(code, error, reason);
  }

  private static SendOutcome byStatus(int status, String reason) {
    return switch (status) {
      case 401 -> new SendOutcome.CredentialsRejected(reason);
      case 429 -> new SendOutcome.NotNow(reason);
      case 408 -> new SendOutcome.OutcomeUnknown(reason);
      default ->
          status >= 500 ? new SendOutcome.OutcomeUnknown(reason) : new SendOutcome.Rejected(reason);
    };
  }

  private static SendOutcome byCode(long code, JsonObject error, String reason) {
    Long subcode = error.longValue("error_subcode");
    if (WINDOW.contains(code) || (subcode != null && WINDOW_SUBCODES.contains(subcode))) {
      return new SendOutcome.WindowClosed(reason);
    }
    if (LATER.contains(code)) {
      return new SendOutcome.NotNow(reason);
    }
    if (BROKEN.contains(code)) {
      return new SendOutcome.OutcomeUnknown(reason);
    }
    boolean permission = code >= 200 && code <= 299;
    return permission || CREDENTIALS.contains(code)
        ? new SendOutcome.CredentialsRejected(reason)
        : new SendOutcome.Rejected(reason);
  }

  /** Returns whether the answer says that the token that asked is of no more use. */
  static boolean isTokenDead(Answer.Answered answer) {
    Long code = MetaJson.object(answer.body()).object("error").longValue("code");
    return !isGood(answer) && code != null && DEAD.contains(code);
  }

  static boolean isGood(Answer.Answered answer) {
    return answer.status() >= 200 && answer.status() < 300;
  }

  static String reason(Answer.Answered answer) {
    return reason(answer.status(), MetaJson.object(answer.body()).object("error"));
  }

  private static String reason(int status, JsonObject error) {
    String message = error.text("message", "Meta answered " + status);
    String details = error.object("error_data").text("details");
    return Graphemes.cutUnits(
        details == null ? message : message + " (" + details + ")", MOST_REASON);
  }
}
