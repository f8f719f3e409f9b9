package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of the product must not say, and how long handlers may be. */
class SourceTest {
  private static final int MOST_LINES_OF_A_HANDLER = 60;
  private static final Pattern NO_CODE = Pattern.compile("\\s*(//|/?\\*|import |package |$).*");
  private static final Pattern BROAD_CATCH =
      Pattern.compile("catch \\((\\w+\\.)*(Exception|RuntimeException|Throwable|Error) ");

  /** The bases: what nothing else caught becomes an answer there, or a failed record. */
  private static final Set<String> LAST_CATCHES =
      Set.of("HttpHandler.java", "QueueHandler.java", "StreamHandler.java");

  private static List<Path> sources() {
    Path root =
        Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .filter(folder -> Files.exists(folder.resolve("template.yaml")))
            .findFirst()
            .orElseThrow();
    return Stream.of("functions", "shared")
        .flatMap(folder -> walk(root.resolve(folder)))
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> file.toString().contains("/src/main/"))
        .filter(file -> !file.toString().contains("/testkit/"))
        .toList();
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHandler(Path file) {
    return file.toString().contains("/functions/") && file.toString().endsWith("Handler.java");
  }

  private static long codeLines(Path file) {
    return lines(file).stream().filter(line -> !NO_CODE.matcher(line).matches()).count();
  }

  @Test
  void handlersParseCallAndReply() {
    List<Path> handlers = sources().stream().filter(SourceTest::isHandler).toList();

    assertFalse(handlers.isEmpty());
    assertEquals(
        List.of(),
        handlers.stream().filter(file -> codeLines(file) > MOST_LINES_OF_A_HANDLER).toList());
    assertEquals(
        List.of(),
        handlers.stream()
            .filter(file -> lines(file).stream().anyMatch(line -> line.contains("catch (")))
            .toList());
  }

  @Test
  void onlyTheBasesCatchWhatNothingElseCaught() {
    Set<String> catching =
        sources().stream()
            .filter(file -> lines(file).stream().anyMatch(l -> BROAD_CATCH.matcher(l).find()))
            .map(file -> file.getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));

    catching.removeAll(LAST_CATCHES);
    assertEquals(Set.of(), catching);
  }
}
