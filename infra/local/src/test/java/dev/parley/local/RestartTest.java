package dev.parley.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.local.probe.Seen;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path directory;

  @BeforeEach
  void forget() {
    Seen.clear();
  }

  private LocalParley start() throws Exception {
    Path template = Path.of(RestartTest.class.getResource("/small-template.yaml").toURI());
    return LocalParley.start(
        LocalOptions.onFreePorts().withTemplate(template).withoutDemo().withData(directory));
  }

  private static int post(LocalParley parley, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(parley.api().resolve(path))
            .method(path.contains("idle") ? "GET" : "POST", BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).statusCode();
  }

  private static String message(String id, String text) {
    return "[{\"id\":\"%s\",\"group\":\"%s\",\"text\":\"%s\"}]".formatted(id, id, text);
  }

  @Test
  void tablesQueuesAndStreamPositionsSurviveARestart() throws Exception {
    try (LocalParley first = start()) {
      assertEquals(202, post(first, "/send", message("kept", "ok")));
      assertEquals(200, post(first, "/_local/idle?timeoutMs=10000", ""));
      assertEquals(202, post(first, "/send", message("failed", "fail")));
      assertEquals(408, post(first, "/_local/idle?timeoutMs=200", ""));
    }
    assertEquals(1, Seen.CHANGES.size());
    assertEquals(2, Seen.DELIVERIES.size());
    Seen.clear();

    try (LocalParley second = start()) {
      assertEquals(202, post(second, "/send", message("new", "ok")));
      assertEquals(408, post(second, "/_local/idle?timeoutMs=500", ""));
      assertEquals(List.of("new:new"), Seen.STORED);
      assertEquals(1, Seen.CHANGES.size());

      assertEquals(200, post(second, "/_local/clock", "{\"advance\":\"PT31S\"}"));
      assertEquals(408, post(second, "/_local/idle?timeoutMs=500", ""));
    }

    assertTrue(Seen.DELIVERIES.stream().anyMatch(r -> r.path("body").asText().contains("failed")));
  }

  @Test
  void oneDirectoryServesOneRunnerAtATime() throws Exception {
    try (LocalParley first = start()) {
      StartFault fault = assertThrows(StartFault.class, this::start);

      assertTrue(String.valueOf(fault.getMessage()).contains("Another runner"));
      assertTrue(first.demo().isEmpty());
    }
  }

  @Test
  void aFileInPlaceOfTheDirectoryIsRefusedInOneLine() throws Exception {
    directory = Files.createFile(directory.resolve("file"));

    StartFault fault = assertThrows(StartFault.class, this::start);

    assertTrue(String.valueOf(fault.getMessage()).startsWith("Can't use the data directory"));
  }
}
