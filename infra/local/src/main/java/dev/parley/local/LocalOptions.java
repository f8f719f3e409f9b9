package dev.parley.local;

import dev.parley.local.gateway.PlatformEndpoint;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the runner starts.
 *
 * @param port of the HTTP API, 0 for any free one
 * @param sandboxPort of the simulated platforms, 0 for any free one
 * @param data where tables and queues are kept, or null for as long as the process lasts
 * @param empty whether to make no demo shop
 * @param endpoints base URLs in place of the simulated platforms', by endpoint name
 * @param localStack whose tables, queues and keys are used in place of the embedded ones
 * @param log takes a line whenever an invocation fails
 */
public record LocalOptions(
    Path template,
    int port,
    int sandboxPort,
    @Nullable Path data,
    boolean empty,
    Map<String, String> endpoints,
    @Nullable URI localStack,
    Consumer<String> log) {
  static final Set<String> ENDPOINTS = PlatformEndpoint.wireNames();

  /** Any free ports, nothing kept, the project's template found from the working directory up. */
  public static LocalOptions onFreePorts() {
    return new LocalOptions(findTemplate(), 0, 0, null, false, Map.of(), null, line -> {});
  }

  private static Path findTemplate() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("template.yaml")) && Files.exists(at.resolve("pom.xml"))) {
        return at.resolve("template.yaml");
      }
    }
    throw new StartFault("There is no template.yaml here or in a folder above", null);
  }

  public LocalOptions withTemplate(Path other) {
    return new LocalOptions(other, port, sandboxPort, data, empty, endpoints, localStack, log);
  }

  public LocalOptions withData(Path directory) {
    return new LocalOptions(
        template, port, sandboxPort, directory, empty, endpoints, localStack, log);
  }

  public LocalOptions withoutDemo() {
    return new LocalOptions(template, port, sandboxPort, data, true, endpoints, localStack, log);
  }

  public LocalOptions withEndpoint(String name, String url) {
    Map<String, String> more = new LinkedHashMap<>(endpoints);
    more.put(name, url);
    return new LocalOptions(template, port, sandboxPort, data, empty, more, localStack, log);
  }

  public LocalOptions withLocalStack(URI other) {
    return new LocalOptions(template, port, sandboxPort, data, empty, endpoints, other, log);
  }

  public LocalOptions withLog(Consumer<String> other) {
    return new LocalOptions(template, port, sandboxPort, data, empty, endpoints, localStack, other);
  }
}
