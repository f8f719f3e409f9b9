package dev.parley.sandbox.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.sample.Samples.Sample;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import dev.parley.sandbox.web.SimulatedPlatform;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sends one signed sample event to a webhook, or lists the kinds that there are. */
public final class SendSample {
  private static final int NOT_SENT = 1;
  private static final int NOT_UNDERSTOOD = 2;

  private SendSample() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /** Does what the command line says; the exit code. */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      Options options = Options.of(arguments);
      Samples samples = Samples.about(options.get("message-id", "sample-message"));
      return options.words().isEmpty() ? list(samples, out) : send(options, samples, out, err);
    } catch (BadRequest e) {
      err.println(e.getMessage());
      return NOT_UNDERSTOOD;
    }
  }

  private static int list(Samples samples, PrintStream out) {
    out.print(Options.USAGE);
    for (String platform : samples.platforms()) {
      out.println(platform + ": " + String.join(", ", samples.kinds(platform)));
    }
    return 0;
  }

  private static int send(Options options, Samples samples, PrintStream out, PrintStream err) {
    String platform = options.words().getFirst();
    String kind = options.words().size() == 2 ? options.words().get(1) : "";
    Sample sample =
        samples
            .find(platform, kind)
            .orElseThrow(() -> new BadRequest(unknown(platform, samples), null));
    Stage stage = Stage.of(platform, options);
    try (SimulatedPlatform played = stage.platform()) {
      if (!stage.listening()) {
        err.println(options.url(platform) + " does not answer the challenge of a webhook");
        return NOT_SENT;
      }
      JsonNode record = play(played, options.get("customer", stage.customer()), sample);
      out.println(record);
      return record.path("webhookStatus").asInt() / 100 == 2 ? 0 : NOT_SENT;
    }
  }

  private static String unknown(String platform, Samples samples) {
    List<String> kinds = samples.kinds(platform);
    return kinds.isEmpty()
        ? "The platforms are " + String.join(", ", samples.platforms())
        : "The kinds of " + platform + " are " + String.join(", ", kinds);
  }

  private static JsonNode play(SimulatedPlatform platform, String customer, Sample sample) {
    Endpoint control =
        Objects.requireNonNull(platform.mounts().get("/_sandbox/" + platform.name()));
    String path = "/customers/" + customer + "/" + sample.does();
    Map<String, String> none = Map.of();
    Response response =
        control.answer(new Request("POST", path, none, none, Json.bytes(sample.body()), none));
    try {
      return Json.parse(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
