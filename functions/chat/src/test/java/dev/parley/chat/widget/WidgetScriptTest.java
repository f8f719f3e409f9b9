package dev.parley.chat.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.id.RandomIds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WidgetScriptTest {
  private static final int MOST_BYTES = 15_000;

  private static HttpReply get(Map<String, String> headers) {
    return new WidgetScript()
        .serve(
            new HttpCall(
                "GET /widget.js",
                "/widget.js",
                Map.of(),
                Map.of(),
                headers,
                new byte[0],
                "req",
                "192.0.2.1",
                Instant.MAX,
                new RandomIds(InstantSource.system())));
  }

  private static String script() {
    return Objects.requireNonNull(get(Map.of()).body());
  }

  @Test
  void isSmall() {
    int bytes = script().getBytes(StandardCharsets.UTF_8).length;

    assertTrue(bytes <= MOST_BYTES, () -> bytes + " bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "eval(",
        "Function(",
        "document.write",
        "cssText",
        ".style"
      })
  void neverMakesMarkupOrCodeOrStyleOfText(String risky) {
    assertFalse(script().contains(risky));
  }

  @Test
  void isKeptByBrowsersAndAskedForByItsTag() {
    HttpReply first = get(Map.of());
    String tag = Objects.requireNonNull(first.headers().get("etag"));

    HttpReply again = get(Map.of("if-none-match", "W/" + tag));

    assertEquals("text/javascript; charset=utf-8", first.headers().get("content-type"));
    assertEquals(304, again.status());
    assertNull(again.body());
    assertEquals(tag, again.headers().get("etag"));
    assertEquals(200, get(Map.of("if-none-match", "\"other\"")).status());
    assertTrue(Objects.requireNonNull(first.headers().get("cache-control")).contains("max-age="));
  }
}
