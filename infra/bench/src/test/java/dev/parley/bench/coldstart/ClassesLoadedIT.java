package dev.parley.bench.coldstart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.local.LocalOptions;
import dev.parley.local.LocalParley;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds how many classes a function loads up to its first answer: it repeats to a few, whatever
 * else the machine does, and classes are what a cold start is made of.
 */
@EnabledOnOs(OS.LINUX)
class ClassesLoadedIT {
  /** What was counted last. A few dozen come and go with the JDK; a library comes with hundreds. */
  private static final Map<String, Long> COUNTED =
      Map.of(
          "LineWebhook", 4149L, "MetaWebhook", 4140L, "SendReferral", 4257L, "FollowLink", 3954L);

  private static final double MARGIN = 1.02;

  private static LocalParley parley;
  private static List<Variant> variants;

  @BeforeAll
  static void start() {
    parley = LocalParley.start(LocalOptions.onFreePorts().withoutDemo());
    variants = Variants.of(parley, Reach.DIRECT);
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LineWebhook", "MetaWebhook", "SendReferral", "FollowLink"})
  void aFunctionLoadsNoMoreClassesThanItDid(String function) {
    Variant variant =
        variants.stream().filter(v -> v.name().equals(function)).findFirst().orElseThrow();
    double most = COUNTED.getOrDefault(function, 0L) * MARGIN;

    long loaded = ColdStart.classes(variant);

    assertTrue(loaded <= most, () -> function + " loads " + loaded + " classes, over " + most);
  }
}
