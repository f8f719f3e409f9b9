package dev.parley.platforms.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text by what a reader takes for one character: an emoji with its modifiers, a Thai syllable. */
public final class Graphemes {
  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final String ELLIPSIS = "…";

  private Graphemes() {}

  public static int count(String text) {
    Matcher clusters = CLUSTER.matcher(text);
    int count = 0;
    while (clusters.find()) {
      count++;
    }
    return count;
  }

  /** Returns the text, or its beginning and an ellipsis when it has more characters than that. */
  public static String cut(String text, int most) {
    if (text.length() <= most || count(text) <= most) {
      return text;
    }
    Matcher clusters = CLUSTER.matcher(text);
    int end = 0;
    for (int i = 0; i < most - 1 && clusters.find(); i++) {
      end = clusters.end();
    }
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  /** Returns the text, or its beginning and an ellipsis when it has more UTF-16 units than that. */
  public static String cutUnits(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    Matcher clusters = CLUSTER.matcher(text);
    int end = 0;
    while (clusters.find() && clusters.end() < most) {
      end = clusters.end();
    }
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }
}
