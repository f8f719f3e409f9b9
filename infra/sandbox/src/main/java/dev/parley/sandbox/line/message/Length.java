package dev.parley.sandbox.line.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two ways in which LINE counts a text. */
enum Length {
  UTF_16 {
    @Override
    int of(String text) {
      return text.length();
    }
  },
  GRAPHEMES {
    @Override
    int of(String text) {
      Matcher clusters = CLUSTER.matcher(text);
      int count = 0;
      while (clusters.find()) {
        count++;
      }
      return count;
    }
  };

  private static final Pattern CLUSTER = Pattern.compile("\\X");

  abstract int of(String text);

  Limit atMost(int max) {
    return new Limit(this, max);
  }

  /** A greatest length in a unit. */
  record Limit(Length unit, int max) {
    boolean allows(String text) {
      return unit.of(text) <= max;
    }
  }
}
