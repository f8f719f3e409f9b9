package dev.parley.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of text: the first column to the left, numbers to the right. */
public final class Table {
  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... head) {
    this.head = List.of(head);
  }

  public Table row(String... cells) {
    if (cells.length != head.size()) {
      throw new IllegalArgumentException(Arrays.toString(cells) + " doesn't fit " + head);
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Prints the table as Markdown that can be read as it is. */
  public void print(PrintStream out) {
    lines().forEach(out::println);
    out.println();
  }

  List<String> lines() {
    int[] widths = new int[head.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = width(column);
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(head, widths));
    lines.add(rule(widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private int width(int column) {
    int width = head.get(column).length();
    for (List<String> row : rows) {
      width = Math.max(width, row.get(column).length());
    }
    return width;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      String space = " ".repeat(widths[column] - cell.length());
      line.append(' ').append(column == 0 ? cell + space : space + cell).append(" |");
    }
    return line.toString();
  }

  private static String rule(int[] widths) {
    StringBuilder rule = new StringBuilder("|");
    for (int column = 0; column < widths.length; column++) {
      rule.append("-".repeat(widths[column] + 1)).append(column == 0 ? "-|" : ":|");
    }
    return rule.toString();
  }
}
