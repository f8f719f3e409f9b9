package dev.parley.sandbox.line.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.sandbox.Samples;
import dev.parley.sandbox.web.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlexSamplesTest {

  @Test
  void acceptsEveryOfficialFlexSample() throws IOException {
    Optional<Path> folder = Samples.find("line/flex-samples-java");
    assumeTrue(folder.isPresent(), "the official flex samples are not on this machine");

    List<Path> samples;
    try (Stream<Path> files = Files.list(folder.orElseThrow())) {
      samples = files.filter(file -> file.toString().endsWith(".json")).toList();
    }

    assertTrue(samples.size() >= 13);
    for (Path sample : samples) {
      List<Problem> problems = FlexRules.check(Json.parse(Files.readAllBytes(sample)));
      assertEquals(List.of(), problems, sample.getFileName().toString());
    }
  }
}
