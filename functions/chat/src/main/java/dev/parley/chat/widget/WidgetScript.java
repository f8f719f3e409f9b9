package dev.parley.chat.widget;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.id.Ulids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The script that a shop's pages load, without what only its readers need: indentation and lines of
 * comment. A browser that has it is told so.
 */
public final class WidgetScript {
  private static final String KEPT = "public, max-age=600, stale-while-revalidate=86400";

  /** Read when it is first asked for. */
  private static final class Loaded {
    static final String SCRIPT = read();
    static final String TAG =
        "\"" + HexFormat.of().formatHex(Ulids.sha256(SCRIPT)).substring(0, 32) + "\"";

    private static String read() {
      try (InputStream in = WidgetScript.class.getResourceAsStream("widget.js")) {
        return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("//"))
            .collect(Collectors.joining("\n"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public HttpReply serve(HttpCall call) {
    String has = call.header("if-none-match");
    boolean known = has != null && has.contains(Loaded.TAG);
    HttpReply reply =
        known
            ? HttpReply.empty(304)
            : new HttpReply(
                200, Map.of("content-type", "text/javascript; charset=utf-8"), Loaded.SCRIPT, null);
    return reply
        .with("etag", Loaded.TAG)
        .with("cache-control", KEPT)
        .with("access-control-allow-origin", "*")
        .with("cross-origin-resource-policy", "cross-origin")
        .with("x-content-type-options", "nosniff");
  }
}
