package dev.parley.aws.id;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeededIdsTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final byte[] SEED = new byte[16];

  @Test
  void givesARequestThatIsBegunAgainTheSameIdsAndSecrets() {
    SeededIds first = new SeededIds(SEED, START);
    SeededIds second = new SeededIds(SEED, START);

    assertEquals(first.next("msg"), second.next("msg"));
    assertArrayEquals(first.secret(), second.secret());
  }

  @Test
  void neverGivesTheSameTwiceWithinARequest() {
    SeededIds ids = new SeededIds(SEED, START);

    assertNotEquals(ids.next("msg"), ids.next("msg"));
  }

  @Test
  void namesThingsByTheirKindAndTime() {
    assertTrue(new SeededIds(SEED, START).next("msg").matches("msg_01[0-9A-HJKMNP-TV-Z]{24}"));
  }
}
