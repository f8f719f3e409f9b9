package dev.parley.sandbox.sample;

import static dev.parley.sandbox.RunningSandbox.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.RunningSandbox;
import dev.parley.sandbox.RunningSandbox.Hook;
import dev.parley.sandbox.line.webhook.LineSignature;
import dev.parley.sandbox.meta.HubSignature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendSampleTest {
  private final RunningSandbox sandbox = new RunningSandbox();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void listsTheKindsOfEveryPlatform() {
    assertEquals(0, run());

    for (String platform : List.of("line: ", "messenger: ", "instagram: ", "whatsapp: ")) {
      assertTrue(out.toString(UTF_8).contains(platform + "text, "), platform);
    }
  }

  @Test
  void everySampleIsTakenByAWebhookThatListens() {
    Samples samples = Samples.about("m1");

    for (String platform : samples.platforms()) {
      for (String kind : samples.kinds(platform)) {
        int before = sandbox.hooks.size();
        assertEquals(0, run(platform, kind, "--url", sandbox.webhookUrl()), platform + " " + kind);
        assertTrue(sandbox.hooks.size() > before, platform + " " + kind);
      }
    }
  }

  @Test
  void theSampleIsSignedWithTheSecretThatIsGiven() {
    run("messenger", "text", "--url", sandbox.webhookUrl(), "--secret", "s", "--customer", "12345");
    run("line", "text", "--url", sandbox.webhookUrl(), "--secret", "s");
    Hook messenger = sandbox.next();
    Hook line = sandbox.next();

    assertEquals(HubSignature.of("s", messenger.body().getBytes(UTF_8)), messenger.signature());
    assertEquals("12345", messenger.item().at("/sender/id").asText());
    assertEquals(LineSignature.of("s", line.body().getBytes(UTF_8)), line.signature());
  }

  @Test
  void theSampleIsAboutTheMessageThatIsGiven() {
    run("whatsapp", "revoke", "--url", sandbox.webhookUrl(), "--message-id", "wamid.7");

    JsonNode revoke = sandbox.next().value().at("/messages/0/revoke");
    assertEquals("wamid.7", revoke.path("original_message_id").asText());
  }

  @Test
  void theWebhookIsTheDemoShopsUnlessOneIsGiven(@TempDir Path folder) throws IOException {
    Path ready = Files.writeString(folder.resolve("r.json"), "{\"api\":\"http://127.0.0.1:1\"}");

    assertEquals(
        "http://127.0.0.1:1/webhooks/line/demo-line",
        Options.of(List.of("--ready-file", ready.toString())).url("line"));
    assertEquals(
        "http://127.0.0.1:8080/webhooks/instagram/demo-instagram",
        Options.of(List.of()).url("instagram"));
    assertEquals(1, run("line", "text", "--ready-file", ready.toString()));
    assertEquals("could_not_connect", json(out.toString(UTF_8)).path("reason").asText());
  }

  @Test
  void saysWhatIsWrong() {
    assertEquals(2, run("line", "poem"));
    assertEquals(2, run("telegram", "text"));
    assertEquals(2, run("line", "text", "--wrong", "x"));
    assertEquals(2, run("line", "text", "--ready-file", "/nowhere.json"));
    assertEquals(
        1, run("messenger", "text", "--url", sandbox.webhookUrl(), "--verify-token", "stranger"));
    assertFalse(err.toString(UTF_8).isEmpty());
  }

  private int run(String... arguments) {
    return SendSample.run(
        List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }
}
