package dev.parley.domain.referral;

import dev.parley.domain.referral.AddressRuns.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an address may end that other text follows without a space: between ASCII and other
 * letters, at punctuation, and where the next address begins.
 */
final class AddressEnds {
  /** What an address seldom ends with. */
  private static final String TRAILING = ".,;:!?()[]*_~'-";

  /** What an address's path seldom has, so that text may follow it. */
  private static final String INNER = ",!()[]'";

  private static final Pattern SIGN = Pattern.compile("[\\p{P}\\p{S}]");

  private final String text;
  private final Run run;
  private final List<Integer> ends = new ArrayList<>();

  /** Whether what follows can't be a part of an address's last word. */
  private boolean last = true;

  private AddressEnds(String text, Run run) {
    this.text = text;
    this.run = run;
  }

  /**
   * Returns the ends from the last to the first; of more than so many, the last and the first ones.
   */
  static List<Integer> of(String text, Run run, int most) {
    List<Integer> ends = new AddressEnds(text, run).all();
    if (ends.size() <= most) {
      return ends;
    }
    List<Integer> outer = new ArrayList<>(ends.subList(0, most / 2));
    outer.addAll(ends.subList(ends.size() - (most - most / 2), ends.size()));
    return outer;
  }

  private List<Integer> all() {
    ends.add(run.end());
    Matcher scheme = AddressRuns.SCHEME.matcher(text);
    int query = text.indexOf('?', run.start());
    boolean bare = run.authorityEnd() == run.end();
    for (int i = run.end() - 1; i >= (bare ? run.start() + 1 : run.authorityEnd()); i--) {
      boolean path = !bare && (query < 0 || i < query);
      if (mayEndBefore(i, path) || scheme.region(i, run.end()).lookingAt()) {
        ends.add(i);
      }
      last = isLast(i, scheme);
    }
    return ends;
  }

  private boolean mayEndBefore(int i, boolean path) {
    char c = text.charAt(i);
    if (isAscii(c) != isAscii(text.charAt(i - 1))) {
      return true;
    }
    if (!isAscii(c)) {
      return !Character.isLowSurrogate(c)
          && SIGN.matcher(Character.toString(text.codePointAt(i))).matches();
    }
    return TRAILING.indexOf(c) >= 0 && last || INNER.indexOf(c) >= 0 && path;
  }

  private boolean isLast(int i, Matcher scheme) {
    char c = text.charAt(i);
    return !isAscii(c)
        || scheme.region(i, run.end()).lookingAt()
        || TRAILING.indexOf(c) >= 0 && last;
  }

  private static boolean isAscii(char c) {
    return c < 0x80;
  }
}
