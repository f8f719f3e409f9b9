package dev.parley.platforms.meta;

import dev.parley.platforms.http.Answer;
import dev.parley.platforms.http.PlatformApi;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls the Graph API, in the version that this code is written for. */
public final class GraphApi {
  private static final String VERSION = "/v25.0/";

  private final String base;
  private final PlatformApi api;

  /**
   * @param platform what people call it: the reasons of answers name it
   */
  public GraphApi(String base, String platform) {
    this.base = base;
    this.api = new PlatformApi(platform);
  }

  /** Sends a message of the account. */
  public Answer send(String accountId, String accessToken, String json) {
    return api.call(
        request(encoded(accountId) + "/messages", accessToken)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /** Reads fields of whatever has the id. */
  public Answer read(String id, String fields, String accessToken, Duration within) {
    return api.call(
        request(encoded(id) + "?fields=" + fields, accessToken).timeout(within).GET().build());
  }

  /**
   * Asks about an access token.
   *
   * @param by the token that asks: itself, or its app's
   */
  public Answer inspect(String accessToken, String by, Duration within) {
    String path = "debug_token?input_token=" + encoded(accessToken);
    return api.call(request(path, by).timeout(within).GET().build());
  }

  private HttpRequest.Builder request(String path, String accessToken) {
    return api.request(base + VERSION + path).header("Authorization", "Bearer " + accessToken);
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
