package dev.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void whatIsNotGivenStaysAsItIs() {
    Options options = Options.read(List.of("rounds=3"), Set.of("rounds", "warm"));

    assertEquals(3, options.number("rounds", 10));
    assertEquals(1000, options.number("warm", 1000));
  }

  @Test
  void anUnknownNameAndAWordForANumberAreRefused() {
    Options options = Options.read(List.of("rounds=many"), Set.of("rounds"));

    assertThrows(IllegalArgumentException.class, () -> options.number("rounds", 1));
    assertThrows(
        IllegalArgumentException.class, () -> Options.read(List.of("round=3"), Set.of("rounds")));
  }
}
