package dev.parley.platforms.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** LINE's own samples, which lie beside the project where they are present. */
final class OfficialSamples {
  private static final String PLACE = "../shared/contracts/data";

  private OfficialSamples() {}

  /** Returns the file or folder; without it the test is skipped and says so. */
  static Path at(String name) {
    Path dir = Path.of("").toAbsolutePath();
    while (dir != null) {
      Path sample = dir.resolve(PLACE).resolve(name);
      if (Files.exists(sample)) {
        return sample;
      }
      dir = dir.getParent();
    }
    return Assumptions.abort("There is no " + PLACE + "/" + name + " beside the project");
  }

  static List<Path> webhooks() {
    try (Stream<Path> files = Files.list(at("line/webhook-fixtures-java"))) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
