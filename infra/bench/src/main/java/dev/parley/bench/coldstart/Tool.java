package dev.parley.bench.coldstart;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command of the system.
 *
 * @param command its name and arguments
 */
record Tool(List<String> command) {

  Tool with(String... more) {
    return new Tool(Stream.concat(command.stream(), Stream.of(more)).toList());
  }

  /** Runs it; it must succeed. */
  void run() {
    if (ends() != 0) {
      throw new IllegalStateException(command.getFirst() + " failed");
    }
  }

  /** Runs it and returns what it ends with. */
  int ends() {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1; // There is no such command.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
