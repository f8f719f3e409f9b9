package dev.parley.platforms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The platforms' own samples, which lie beside the project where they are present. */
public final class OfficialSamples {
  private static final String PLACE = "../shared/contracts/data";

  private OfficialSamples() {}

  /** Returns the file or folder; without it the test is skipped and says so. */
  public static Path at(String name) {
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

  /** Returns the JSON files of the folder; without it the test is skipped and says so. */
  public static List<Path> in(String folder) {
    try (Stream<Path> files = Files.list(at(folder))) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
