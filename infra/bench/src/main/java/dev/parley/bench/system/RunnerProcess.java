package dev.parley.bench.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The local runner as a process of its own, on free ports, without the demo shop. */
public final class RunnerProcess implements AutoCloseable {
  private static final Path COMMAND = Path.of("infra/local/run");
  private static final Path FOLDER = Path.of("infra/bench/target");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path output;
  private final JsonNode ready;

  private RunnerProcess(Process process, Path output, JsonNode ready) {
    this.process = process;
    this.output = output;
    this.ready = ready;
  }

  /** Starts it and returns when it answers. */
  public static RunnerProcess start(String... options) {
    try {
      Path readyFile = Files.createTempFile(FOLDER, "ready", ".json");
      Path output = Files.createTempFile(FOLDER, "runner", ".log");
      output.toFile().deleteOnExit();
      Files.delete(readyFile);
      Process process = launch(readyFile, output, options);
      await(process, readyFile, output);
      JsonNode ready = Answer.JSON.readTree(Files.readAllBytes(readyFile));
      Files.delete(readyFile);
      return new RunnerProcess(process, output, ready);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process launch(Path readyFile, Path output, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(COMMAND.toAbsolutePath().toString());
    command.addAll(List.of("--port", "0", "--sandbox-port", "0", "--empty"));
    command.addAll(List.of("--ready-file", readyFile.toAbsolutePath().toString()));
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private static void await(Process process, Path readyFile, Path output) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(readyFile)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroy();
        throw new IllegalStateException("The runner didn't start: " + Files.readString(output));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(50));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Api api() {
    return Api.at(ready.path("api").asText());
  }

  public Api sandbox() {
    return Api.at(ready.path("sandbox").asText());
  }

  /** Returns what it wrote so far: the functions' log lines among it. */
  public List<String> outputLines() {
    try {
      return Files.readAllLines(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the processor time it has used. */
  public Duration cpu() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
