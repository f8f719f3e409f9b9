package dev.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void namesStandToTheLeftAndNumbersToTheRight() {
    Table table = new Table("flow", "units").row("click", "16.0").row("inbound message", "9");

    List<String> lines = table.lines();

    assertEquals(
        List.of(
            "| flow            | units |",
            "|-----------------|------:|",
            "| click           |  16.0 |",
            "| inbound message |     9 |"),
        lines);
  }

  @Test
  void aRowHasAsManyCellsAsTheHead() {
    Table table = new Table("flow", "units");

    assertThrows(IllegalArgumentException.class, () -> table.row("click"));
  }
}
