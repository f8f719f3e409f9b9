package dev.parley.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the platforms' official samples lie on machines that have them. */
public final class Samples {
  private Samples() {}

  /** A file or folder of the samples, if they are here. */
  public static Optional<Path> find(String path) {
    Path root = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("../..");
    Path contracts = root.resolve(System.getProperty("contracts", "../shared/contracts"));
    return Optional.of(contracts.resolve("data").resolve(path).normalize()).filter(Files::exists);
  }
}
