package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every sample of Meta's that lies beside the project goes through the running system, twice; what
 * became of them is a table in the build's output.
 */
@ExtendWith(RunningParley.class)
class OfficialSamplesAcceptanceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path TABLE = Path.of("target", "official-samples.md");
  private static final int FEWEST = 90;

  @Test
  void areTakenAndChangeNothingTheSecondTime(Shop shop) throws IOException {
    MetaAccount messenger = new MetaAccount(shop, "messenger");
    MetaAccount whatsapp = new MetaAccount(shop, "whatsapp");
    Map<String, String> pages = files("meta/restfb-messenger", "");
    pages.keySet().removeIf(name -> name.startsWith("send-"));
    Map<String, String> numbers = files("whatsapp/restfb", "webhook-");
    JsonNode examples =
        JSON.readTree(Files.readString(at("whatsapp/openapi-examples.json"))).path("webhooks");
    examples.fieldNames().forEachRemaining(n -> numbers.put(n, examples.path(n).toString()));
    assertTrue(pages.size() + numbers.size() >= FEWEST, "There are too few samples");

    play(messenger, pages);
    play(whatsapp, numbers);
    shop.idle();
    Map<String, Integer> once = counts(shop);
    Set<String> written = new TreeSet<>();
    pages.values().forEach(call -> written.addAll(texts(call)));
    numbers.values().forEach(call -> written.addAll(texts(call)));
    assertTrue(written.size() > 10, written.toString());
    written.removeAll(shown(shop));
    assertEquals(Set.of(), written, "Texts that are in no conversation");
    play(messenger, pages);
    play(whatsapp, numbers);
    shop.idle();

    assertTrue(once.size() > 10, once.toString());
    Files.writeString(TABLE, table(once));
    assertEquals(once, counts(shop));
    assertEquals(0, shop.owner.get("/dead-letters").is(200).json().path("items").size());
  }

  private static void play(MetaAccount account, Map<String, String> samples) {
    samples.forEach(
        (name, body) -> {
          String call = ofAccount(ofItsOwn(name, body), account.accountId);
          Answer answer = account.webhook(call);
          assertEquals(200, answer.status(), name + ": " + answer.body());
        });
  }

  /** Returns the call with ids of its own: samples tell different messages under the same id. */
  private static String ofItsOwn(String name, String body) {
    String id = Integer.toHexString(name.hashCode());
    return body.replace("\"wamid.", "\"wamid." + id + ".")
        .replaceAll("\"mid\"\\s*:\\s*\"", "\"mid\":\"" + id + ".");
  }

  /** Returns what people and the shop wrote, as the call has it. */
  private static Set<String> texts(String body) {
    Set<String> texts = new TreeSet<>();
    try {
      for (JsonNode entry : JSON.readTree(body).path("entry")) {
        for (JsonNode told : entry.path("messaging")) {
          texts.add(told.path("message").path("text").asText());
        }
        for (JsonNode change : entry.path("changes")) {
          for (JsonNode message : change.path("value").path("messages")) {
            texts.add(message.path("text").path("body").asText());
          }
        }
      }
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    texts.remove("");
    return texts;
  }

  private static Set<String> shown(Shop shop) {
    Set<String> shown = new TreeSet<>();
    for (JsonNode head : shop.agent.get("/conversations?limit=100").is(200).json().path("items")) {
      for (JsonNode message : shop.messages(head.path("id").asText())) {
        shown.add(message.path("text").asText());
      }
    }
    return shown;
  }

  private static String table(Map<String, Integer> counts) {
    StringBuilder table = new StringBuilder("| shown as | messages |\n|---|--:|\n");
    counts.forEach(
        (kind, count) ->
            table.append("| ").append(kind).append(" | ").append(count).append(" |\n"));
    return table.toString();
  }

  /** Returns the call as if it were about the account: a stranger's is in no conversation. */
  private static String ofAccount(String body, String accountId) {
    try {
      JsonNode call = JSON.readTree(body);
      for (JsonNode entry : call.path("entry")) {
        if (entry instanceof ObjectNode page && call.path("object").asText().equals("page")) {
          page.put("id", accountId);
        }
        for (JsonNode metadata : entry.findValues("metadata")) {
          if (metadata instanceof ObjectNode number && number.has("phone_number_id")) {
            number.put("phone_number_id", accountId);
          }
        }
      }
      return JSON.writeValueAsString(call);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many messages of each kind all conversations have. */
  private static Map<String, Integer> counts(Shop shop) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode head : shop.agent.get("/conversations?limit=100").is(200).json().path("items")) {
      for (JsonNode message : shop.messages(head.path("id").asText())) {
        String kind =
            message.path("kind").asText()
                + (message.has("raw") ? " " + message.at("/raw/type").asText() : "");
        counts.merge(message.path("direction").asText() + " " + kind, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Map<String, String> files(String folder, String beginning) {
    Map<String, String> bodies = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(at(folder))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(beginning) && name.endsWith(".json")) {
          bodies.put(name, Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bodies;
  }

  private static Path at(String name) {
    Path dir = Path.of("").toAbsolutePath();
    while (dir != null) {
      Path sample = dir.resolve("../shared/contracts/data").resolve(name);
      if (Files.exists(sample)) {
        return sample;
      }
      dir = dir.getParent();
    }
    return Assumptions.abort(
        "There is no ../shared/contracts/data/" + name + " beside the project");
  }
}
