package dev.parley.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.Json;
import dev.parley.local.template.TemplateFault;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code infra/local/run}. */
@Command(
    name = "infra/local/run",
    description = "Runs the whole system on this machine, from template.yaml.",
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class LocalMain implements Callable<Integer> {
  private static final int CANT_START = 2;
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "port of the HTTP API, loopback only; 0: any free one (default: 8080)")
  private int port;

  @Option(
      names = "--sandbox-port",
      paramLabel = "N",
      defaultValue = "8081",
      description = "port of the simulated platforms; 0: any free one (default: 8081)")
  private int sandboxPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "keep tables, queues and mail there; without it they last as long as this runs")
  private @Nullable Path data;

  @Option(names = "--empty", description = "make no demo shop")
  private boolean empty;

  @Option(
      names = "--endpoint",
      paramLabel = "NAME=URL",
      description = "a platform's base URL in place of the simulated one: ${COMPLETION-CANDIDATES}",
      completionCandidates = EndpointNames.class)
  private Map<String, String> endpoints = new LinkedHashMap<>();

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "written when everything answers, with addresses and keys")
  private @Nullable Path readyFile;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this text")
  @SuppressWarnings("unused") // read by picocli
  private boolean help;

  /** The names that {@code --endpoint} takes. */
  static final class EndpointNames implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return LocalOptions.ENDPOINTS.iterator();
    }
  }

  public static void main(String[] arguments) {
    int code =
        new CommandLine(new LocalMain())
            .setParameterExceptionHandler(LocalMain::refuse)
            .setExecutionExceptionHandler((fault, command, parsed) -> refuse(fault))
            .execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int refuse(CommandLine.ParameterException fault, String[] arguments) {
    ERR.println(fault.getMessage());
    return CANT_START;
  }

  private static int refuse(Exception fault) throws Exception {
    return switch (fault) {
      case StartFault known -> refuse(String.valueOf(known.getMessage()));
      case TemplateFault known -> refuse(String.valueOf(known.getMessage()));
      default -> throw fault;
    };
  }

  private static int refuse(String line) {
    ERR.println(line);
    return CANT_START;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    LocalParley parley = LocalParley.start(options());
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      parley.close();
                      Runtime.getRuntime().halt(0);
                    }));
    ObjectNode ready = parley.ready(ProcessHandle.current().pid());
    if (readyFile != null) {
      write(readyFile.toAbsolutePath(), ready);
    }
    OUT.println("READY " + ready);
    return 0;
  }

  private LocalOptions options() {
    checkEndpoints();
    LocalOptions defaults = LocalOptions.onFreePorts();
    return new LocalOptions(
        defaults.template(), port, sandboxPort, data, empty, endpoints, localStack(), ERR::println);
  }

  private static @Nullable URI localStack() {
    String given = System.getenv("PARLEY_LOCALSTACK");
    return given == null || given.isBlank() ? null : URI.create(given);
  }

  private void checkEndpoints() {
    for (Map.Entry<String, String> endpoint : endpoints.entrySet()) {
      if (!LocalOptions.ENDPOINTS.contains(endpoint.getKey())) {
        throw new StartFault(
            "Unknown endpoint " + endpoint.getKey() + "; known are " + LocalOptions.ENDPOINTS,
            null);
      }
      if (!endpoint.getValue().matches("https?://[^/].*")) {
        throw new StartFault(
            "The endpoint " + endpoint.getKey() + " must be an http or https URL", null);
      }
    }
  }

  private static void write(Path file, ObjectNode ready) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, Json.bytes(ready));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
