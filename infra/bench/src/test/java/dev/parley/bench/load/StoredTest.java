package dev.parley.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoredTest {
  private static final List<String> SAID = List.of("a", "b", "c");

  @Test
  void whatStandsAsItWasSaidIsWhole() {
    assertEquals(new Stored(0, 0, 0), Stored.compare(SAID, SAID, 3));
  }

  @Test
  void whatIsMissingIsLostAndDisordersNothing() {
    assertEquals(new Stored(1, 0, 0), Stored.compare(SAID, List.of("a", "c"), 2));
  }

  @Test
  void whatStandsTwiceOrIsCountedTwiceIsDoubled() {
    assertEquals(new Stored(0, 1, 0), Stored.compare(SAID, List.of("a", "b", "b", "c"), 3));
    assertEquals(new Stored(0, 1, 0), Stored.compare(SAID, SAID, 4));
  }

  @Test
  void whatStandsInAnothersPlaceIsOutOfOrder() {
    assertEquals(new Stored(0, 0, 2), Stored.compare(SAID, List.of("b", "a", "c"), 3));
  }
}
