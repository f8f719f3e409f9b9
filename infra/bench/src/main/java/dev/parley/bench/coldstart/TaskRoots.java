package dev.parley.bench.coldstart;

import dev.parley.local.LocalOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What sandboxes are started from: jars unpacked, as Lambda does it. */
final class TaskRoots {
  private static final Path PROJECT =
      Objects.requireNonNull(LocalOptions.onFreePorts().template().toAbsolutePath().getParent());
  static final Path FOLDER = PROJECT.resolve("infra/bench/target/cold-start");
  private static final Path CLASSES = PROJECT.resolve("infra/bench/target/classes");
  private static final String PLAIN = "dev/parley/bench/plain";
  private static final String REFERENCE = "dev/parley/bench/reference";
  private static final String DEFINITIONS =
      "META-INF/micronaut/io.micronaut.inject.BeanDefinitionReference";
  private static final Predicate<String> OURS =
      name ->
          name.startsWith("dev/parley/")
              || name.startsWith(DEFINITIONS + "/dev.parley")
              || name.equals("META-INF/services/org.slf4j.spi.SLF4JServiceProvider");
  private static final Predicate<String> OURS_OR_MICRONAUT =
      OURS.or(name -> name.startsWith("io/micronaut/"));

  private TaskRoots() {}

  /** Unpacks the jar that the context's functions are deployed with. */
  static Path function(String context) {
    return unpacked(context, jar(context), name -> true);
  }

  /** Unpacks what the jar brings besides Micronaut and us, and adds the plain handlers. */
  static Path plain(String context) {
    Path root = unpacked(context + "-plain", jar(context), OURS_OR_MICRONAUT.negate());
    copy(PLAIN, root);
    return root;
  }

  /** The plain handlers again, over the JDK's connections. */
  static Path overUrlConnection(String context) {
    Path root = unpacked(context + "-url", jar(context), OURS_OR_MICRONAUT.negate());
    copy(PLAIN, root);
    for (Path client : fromClassPath("url-connection-client-")) {
      unpack(client, root, name -> true);
    }
    return root;
  }

  /** Unpacks what the jar brings besides us, and adds the handlers behind Micronaut as it comes. */
  static Path reference(String context) {
    Path root = unpacked(context + "-reference", jar(context), OURS.negate());
    copy(PLAIN, root);
    copy(REFERENCE, root);
    copy(DEFINITIONS, root);
    return root;
  }

  private static void copy(String folder, Path root) {
    try (Stream<Path> files = Files.list(CLASSES.resolve(folder))) {
      Path to = Files.createDirectories(root.resolve(folder));
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jar(String context) {
    return PROJECT.resolve("functions/" + context + "/target/" + context + ".jar");
  }

  private static Path unpacked(String name, Path jar, Predicate<String> wanted) {
    Path root = FOLDER.resolve(name).toAbsolutePath();
    Path stamp = FOLDER.resolve(name + ".stamp");
    try {
      String now = Files.getLastModifiedTime(jar).toString();
      if (!Files.exists(stamp) || !Files.readString(stamp).equals(now)) {
        delete(root);
        unpack(jar, root, wanted);
        for (Path crt : fromClassPath("aws-crt-")) {
          unpack(crt, root, wanted); // The jar is for Lambda's processors; this machine may differ.
        }
        Files.writeString(stamp, now);
      }
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(Path jar, Path root, Predicate<String> wanted) {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory() && wanted.test(entry.getName())) {
          Path file = root.resolve(entry.getName()).normalize();
          Files.createDirectories(file.getParent());
          Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path root) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Returns the class path of the runtime interface client, which Lambda keeps by itself. */
  static String runtimeClient() {
    return Stream.of("aws-lambda-java-", "utils-lite-")
        .flatMap(name -> fromClassPath(name).stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<Path> fromClassPath(String name) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .filter(entry -> entry.getFileName().toString().startsWith(name))
        .toList();
  }
}
