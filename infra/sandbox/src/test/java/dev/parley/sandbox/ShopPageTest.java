package dev.parley.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopPageTest {
  private final ShopPage page = new ShopPage();

  private Response get(String path, Map<String, String> query) {
    return page.answer(new Request("GET", path, query, Map.of(), new byte[0], Map.of()));
  }

  private String html(Map<String, String> query) {
    return new String(get("/", query).body(), StandardCharsets.UTF_8);
  }

  @Test
  void showsTheWidgetThatIsConnectedAndNothingBefore() {
    assertEquals(404, get("/", Map.of()).status());

    page.show(URI.create("http://127.0.0.1:8080/widget.js"), "demo-widget");

    String html = html(Map.of());
    assertTrue(
        html.contains("src=\"http://127.0.0.1:8080/widget.js\" data-channel=\"demo-widget\""));
    assertTrue(
        get("/", Map.of())
            .headers()
            .getOrDefault("content-security-policy", "")
            .endsWith("script-src http://127.0.0.1:8080/; connect-src http://127.0.0.1:8080/"));
    assertEquals(200, get("/shop.css", Map.of()).status());
    assertEquals(404, get("/index.html", Map.of()).status());
  }

  @Test
  void speaksTheLanguageThatIsAskedForWhenItHasIt() {
    page.show(URI.create("http://127.0.0.1:8080/widget.js"), "demo-widget");

    assertTrue(html(Map.of("lang", "th")).contains("<html lang=\"th\">"));
    assertTrue(html(Map.of("lang", "\"><script>")).contains("<html lang=\"en\">"));
  }
}
