package dev.parley.bench.coldstart;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox of a function: a JVM with the real runtime interface client, the function's classes
 * unpacked beside it, on one processor of its own where the machine has two.
 */
final class Sandbox implements AutoCloseable {
  private static final double TICKS_PER_SECOND = 100;

  private final Process process;
  private final RuntimeApi api;
  private final Path classes;

  private Sandbox(Process process, RuntimeApi api, Path classes) {
    this.process = process;
    this.api = api;
    this.classes = classes;
  }

  /**
   * Starts it.
   *
   * @param snapStart whether it is primed and then waits to be restored
   * @param counted whether the classes that it loads are counted, which takes time
   */
  static Sandbox start(Variant variant, boolean snapStart, boolean counted) {
    RuntimeApi api = new RuntimeApi();
    try {
      Path folder = TaskRoots.FOLDER;
      Path classes = folder.resolve("classes-" + variant.name() + ".log").toAbsolutePath();
      ProcessBuilder builder = new ProcessBuilder(command(variant, counted ? classes : null));
      Map<String, String> environment = builder.environment();
      environment.clear();
      environment.putAll(variant.environment());
      environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
      environment.put("_HANDLER", variant.handler());
      environment.put("LAMBDA_TASK_ROOT", variant.taskRoot().toString());
      environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", snapStart ? "snap-start" : "on-demand");
      environment.put("TZ", ":UTC");
      environment.put("LANG", "en_US.UTF-8");
      File log = folder.resolve("log-" + variant.name() + ".txt").toFile();
      builder.directory(variant.taskRoot().toFile()).redirectErrorStream(true).redirectOutput(log);
      Process process = builder.start();
      Thread.ofPlatform().daemon().start(() -> failAtEnd(process, api, log));
      return new Sandbox(process, api, classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void failAtEnd(Process process, RuntimeApi api, File log) {
    try {
      process.waitFor();
      api.fail("it ended; see " + log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(Variant variant, @Nullable Path classes) {
    List<String> command = new ArrayList<>(variant.within());
    if (Runtime.getRuntime().availableProcessors() > 1) {
      command.addAll(List.of("taskset", "-c", "0"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-Xmx800m"));
    if (classes != null) {
      command.add("-Xlog:class+load:file=" + classes);
    }
    command.addAll(List.of("-cp", TaskRoots.runtimeClient()));
    command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
    command.add(variant.handler());
    return command;
  }

  RuntimeApi api() {
    return api;
  }

  /** Returns the processor time used so far, in milliseconds. */
  double cpuMillis() {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000 / TICKS_PER_SECOND;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many classes are loaded. */
  long classes() {
    try (var lines = Files.lines(classes)) {
      return lines.filter(line -> line.contains(" source: ")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    api.close();
  }
}
