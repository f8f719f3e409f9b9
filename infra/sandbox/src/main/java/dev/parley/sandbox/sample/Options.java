package dev.parley.sandbox.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the command line says: the platform, the kind, and where and as whom to send. */
record Options(List<String> words, Map<String, String> named) {
  static final String USAGE =
      """
      infra/sandbox/send-sample <platform> <kind> [options]
        --ready-file FILE     what infra/local/run wrote; without it, the API on http://127.0.0.1:8080
        --url URL             another webhook than that of the demo shop's channel
        --secret SECRET       what signs instead of the demo channel's (app) secret
        --verify-token TOKEN  what Meta's challenge names instead of the demo channel's
        --customer ID         who does it
        --message-id ID       the earlier message that it is about
      """;
  private static final String DEFAULT_API = "http://127.0.0.1:8080";
  private static final Set<String> NAMES =
      Set.of("ready-file", "url", "secret", "verify-token", "customer", "message-id");

  static Options of(List<String> arguments) {
    List<String> words = new ArrayList<>();
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        words.add(argument);
      } else if (NAMES.contains(argument.substring(2)) && i + 1 < arguments.size()) {
        named.put(argument.substring(2), arguments.get(++i));
      } else {
        throw new BadRequest("Not an option, or one without its value: " + argument, null);
      }
    }
    return new Options(words, named);
  }

  String get(String name, String otherwise) {
    return named.getOrDefault(name, otherwise);
  }

  /** The webhook: the one that is named, or the demo shop's. */
  String url(String platform) {
    String demo = api() + "/webhooks/" + platform + "/demo-" + platform;
    return named.getOrDefault("url", demo);
  }

  private String api() {
    String file = named.get("ready-file");
    if (file == null) {
      return DEFAULT_API;
    }
    try {
      return Json.parse(Files.readAllBytes(Path.of(file))).path("api").asText(DEFAULT_API);
    } catch (JsonProcessingException e) {
      throw new BadRequest(file + " is no ready file", e);
    } catch (IOException e) {
      throw new BadRequest(file + " can't be read", e);
    }
  }
}
