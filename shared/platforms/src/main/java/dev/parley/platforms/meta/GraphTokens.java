package dev.parley.platforms.meta;

import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.CredentialChecks;
import dev.parley.domain.channel.CredentialReport;
import dev.parley.json.JsonObject;
import dev.parley.platforms.http.Answer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks Meta about access tokens. Many may ask about themselves; about a page's its app must ask:
 * whose it is the page's token tells, and the app's own is made of that and its secret.
 */
public final class GraphTokens implements CredentialChecks {
  private static final Duration WITHIN = Duration.ofSeconds(3);

  private final GraphApi graph;
  private final GraphApi instagram;

  public GraphTokens(MetaEndpoints endpoints) {
    this.graph = new GraphApi(endpoints.graph(), "Meta");
    this.instagram = new GraphApi(endpoints.instagram(), "Instagram");
  }

  @Override
  public CredentialReport check(ChannelCredentials.Meta credentials) {
    GraphApi api = credentials instanceof ChannelCredentials.Instagram ? instagram : graph;
    String token = credentials.accessToken();
    return switch (api.inspect(token, token, WITHIN)) {
      case Answer.Answered answer when GraphAnswers.isGood(answer) -> told(answer);
      case Answer.Answered answer when GraphAnswers.isTokenDead(answer) ->
          new CredentialReport.Refused(GraphAnswers.reason(answer), null);
      case Answer.Answered answer when answer.status() == 400 || answer.status() == 403 ->
          askedByItsApp(api, credentials);
      case Answer none -> notTold(none);
    };
  }

  private static CredentialReport askedByItsApp(GraphApi api, ChannelCredentials.Meta credentials) {
    String token = credentials.accessToken();
    Answer app = api.read("app", "id", token, WITHIN);
    String id = app instanceof Answer.Answered answer ? appId(answer) : null;
    if (id == null) {
      return notTold(app);
    }
    Answer told = api.inspect(token, id + "|" + credentials.appSecret(), WITHIN);
    return told instanceof Answer.Answered answer && GraphAnswers.isGood(answer)
        ? told(answer)
        : notTold(told); // It says nothing of the token, when it refuses the app's secret.
  }

  private static @Nullable String appId(Answer.Answered answer) {
    return GraphAnswers.isGood(answer) ? MetaJson.id(MetaJson.object(answer.body()), "id") : null;
  }

  private static CredentialReport notTold(Answer answer) {
    return new CredentialReport.NotTold(
        switch (answer) {
          case Answer.Answered refused -> GraphAnswers.reason(refused);
          case Answer.NotReached lost -> lost.reason();
          case Answer.Silent silent -> silent.reason();
        });
  }

  private static CredentialReport told(Answer.Answered answer) {
    JsonObject data = MetaJson.object(answer.body()).object("data");
    if (!data.has("is_valid")) {
      return new CredentialReport.NotTold("Meta's answer says nothing of the token");
    }
    Instant end = end(data);
    return data.isTrue("is_valid")
        ? new CredentialReport.Valid(end)
        : new CredentialReport.Refused(
            data.object("error").text("message", "The access token is not valid"), end);
  }

  /** Returns when the token ends, or what it may read does. */
  private static @Nullable Instant end(JsonObject data) {
    Instant token = time(data, "expires_at");
    Instant access = time(data, "data_access_expires_at");
    if (token == null || access == null) {
      return token == null ? access : token;
    }
    return token.isBefore(access) ? token : access;
  }

  /** Returns {@code null} for 0, which is never. */
  private static @Nullable Instant time(JsonObject data, String name) {
    Instant time = MetaJson.time(data, name);
    return time == null || time.equals(Instant.EPOCH) ? null : time;
  }
}
