package dev.parley.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PhonePageTest {
  private static final Pattern LINKED = Pattern.compile("(?:src|href)=\"/?([^\"]+)\"");

  private static final Pattern IMPORTED = Pattern.compile("from \"/([^\"]+)\"");

  private final RunningSandbox sandbox = new RunningSandbox();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void servesThePageAndAllThatItLinksTo() {
    HttpResponse<String> page = get("/");
    List<String> linked =
        LINKED.matcher(page.body()).results().map((MatchResult r) -> r.group(1)).toList();

    assertEquals(200, page.statusCode());
    assertTrue(linked.size() >= 2);
    for (String name : linked) {
      assertEquals(200, get("/" + name).statusCode(), name);
    }
  }

  @Test
  void servesEveryScriptThatAScriptNeeds() {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> scripts = new ArrayDeque<>(List.of("phone.js"));
    while (!scripts.isEmpty()) {
      String name = scripts.removeFirst();
      if (seen.add(name)) {
        HttpResponse<String> script = get("/" + name);
        assertEquals(200, script.statusCode(), name);
        IMPORTED.matcher(script.body()).results().map(r -> r.group(1)).forEach(scripts::add);
      }
    }

    assertTrue(seen.containsAll(List.of("line.js", "page.js", "whatsapp.js")));
  }

  @Test
  void asksNothingOfAThirdParty() {
    HttpResponse<String> page = get("/");

    assertFalse(page.body().contains("http://") || page.body().contains("https://"));
    assertTrue(page.headers().firstValue("content-security-policy").orElse("").contains("'self'"));
  }

  @Test
  void servesNothingBesideThePage() {
    assertEquals(404, get("/missing.js").statusCode());
    assertEquals(404, get("/../package-info.class").statusCode());
  }

  private HttpResponse<String> get(String path) {
    return sandbox.call("none", "GET", path, "");
  }
}
