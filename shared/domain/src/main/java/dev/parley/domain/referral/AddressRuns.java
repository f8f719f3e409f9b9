package dev.parley.domain.referral;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stretches of a text that begin as a web address does and have nothing that ends one. */
final class AddressRuns {
  /** How many are looked at. */
  private static final int MOST = 25;

  static final Pattern SCHEME = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

  /** What no address has, whatever stands around it: it would be in percent form. */
  private static final Pattern DELIMITER =
      Pattern.compile(
          "[\\s\\p{Z}\\p{Cc}\\p{Cf}<>\"^`{|}‘’“”„«»‹›…—"
              + "\u3001-\u3003\u3008-\u3011\u3014-\u301f\ufe10-\ufe19\ufe30-\ufe6b"
              + "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]");

  private static final Pattern START =
      Pattern.compile(
          "https?://"
              + "|(?<![A-Za-z0-9@._/-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,8}"
              + "(?:xn--[A-Za-z0-9-]{1,58}[A-Za-z0-9]|[A-Za-z]{2,63})(?![A-Za-z0-9@-])",
          Pattern.CASE_INSENSITIVE);

  private static final String LETTER = "[\\p{L}\\p{M}\\p{N}]";
  private static final Pattern HOST_OF_ANY_LETTERS =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{N}@._/-])(?:"
              + LETTER
              + "(?:[\\p{L}\\p{M}\\p{N}-]{0,61}"
              + LETTER
              + ")?\\.){1,8}[\\p{L}\\p{M}]{2,63}(?![\\p{L}\\p{M}\\p{N}@-])");

  private static final String DOT = "[.\u3002\uff0e\uff61]";
  private static final Pattern IDEOGRAPHIC = Pattern.compile("[\u3002\uff0e\uff61]");

  /** Hosts with other full stops as dots: those in ASCII, and others that are plainly meant so. */
  private static final Pattern HOST_OF_ANY_DOTS =
      Pattern.compile(
          "https?://(?:"
              + LETTER
              + "[\\p{L}\\p{M}\\p{N}-]{0,62}"
              + DOT
              + "){1,8}[\\p{L}\\p{M}\\p{N}-]{2,63}"
              + "|(?<![A-Za-z0-9@._/-])(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}"
              + DOT
              + "){1,8}(?:xn--[A-Za-z0-9-]{1,59}|[A-Za-z]{2,63})(?![A-Za-z0-9@-])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AFTER_HOST = Pattern.compile("(?::\\d{1,5})?(?<path>[/?#])?");
  private static final Pattern AUTHORITY = Pattern.compile("[\\x21-\\x7e&&[^/?#<>\"^`{|}]]*");

  private AddressRuns() {}

  /**
   * One stretch.
   *
   * @param authorityEnd where the path, query or fragment begins; the end when there is none
   * @param within where the stretch begins whose part this one is; {@code null}: it is none's
   */
  record Run(int start, int authorityEnd, int end, @Nullable Integer within) {
    private Run inside(@Nullable Integer outer) {
      return new Run(start, authorityEnd, end, outer);
    }
  }

  static List<Run> in(String text) {
    List<Run> all = new ArrayList<>(withOtherDots(text));
    all.addAll(starts(text, START));
    for (Run run : starts(text, HOST_OF_ANY_LETTERS)) {
      if (all.stream().noneMatch(one -> isTailOf(run, one))) {
        all.add(run);
      }
    }
    all.sort(Comparator.comparingInt(Run::start));
    List<Run> runs = new ArrayList<>();
    for (Run run : all) {
      if (runs.size() == MOST) {
        break;
      }
      Run outer = runs.isEmpty() || runs.getLast().end() <= run.start() ? null : runs.getLast();
      if (outer == null || run.start() < outer.authorityEnd() || isFree(text, run)) {
        if (!isInWord(text, run)) {
          runs.add(run.inside(null));
        }
      } else if (mayFollow(text, run)) {
        runs.add(run.inside(outer.start()));
      }
    }
    return runs;
  }

  /** A sentence may end where such a host has a dot: the other readings count as well. */
  private static List<Run> withOtherDots(String text) {
    if (!IDEOGRAPHIC.matcher(text).find()) {
      return List.of();
    }
    List<Run> runs = new ArrayList<>();
    Matcher host = HOST_OF_ANY_DOTS.matcher(text);
    while (runs.size() < MOST && host.find()) {
      Run run = ofHost(text, host.start(), host.end());
      String authority = text.substring(run.start(), run.authorityEnd());
      if (IDEOGRAPHIC.matcher(authority).find() && authority.indexOf('@') < 0) {
        runs.add(run.authorityEnd() > run.end() ? ofBareHost(run) : run);
      }
    }
    return runs;
  }

  private static boolean isInWord(String text, Run run) {
    return run.start() > 0
        && hasScheme(text, run)
        && text.substring(run.start() - 1, run.start()).matches("[A-Za-z0-9]");
  }

  /** Words that are written without a space before a host look like a part of it. */
  private static boolean isTailOf(Run host, Run other) {
    return host.start() < other.start() && other.start() < host.authorityEnd();
  }

  private static boolean isFree(String text, Run run) {
    char before = text.charAt(run.start() - 1);
    return hasScheme(text, run) && (before >= 0x80 || before == ',' || before == ';');
  }

  private static boolean mayFollow(String text, Run run) {
    char before = text.charAt(run.start() - 1);
    return hasScheme(text, run) || before >= 0x80 || ",;:!)]'".indexOf(before) >= 0;
  }

  private static boolean hasScheme(String text, Run run) {
    return SCHEME.matcher(text).region(run.start(), text.length()).lookingAt();
  }

  private static List<Run> starts(String text, Pattern start) {
    List<Run> runs = new ArrayList<>();
    Matcher matcher = start.matcher(text);
    for (int from = 0; runs.size() < MOST && matcher.find(from); from = matcher.end()) {
      Run run =
          matcher.group().endsWith("/")
              ? ofScheme(text, matcher.start(), matcher.end())
              : ofHost(text, matcher.start(), matcher.end());
      if (text.substring(run.start(), run.authorityEnd()).indexOf('@') < 0) {
        runs.add(run.authorityEnd() > run.end() ? ofBareHost(run) : run);
      }
    }
    return runs;
  }

  private static Run ofScheme(String text, int start, int hostStart) {
    int end = delimiter(text, hostStart);
    int authorityEnd = hostStart;
    while (authorityEnd < end && "/?#".indexOf(text.charAt(authorityEnd)) < 0) {
      authorityEnd++;
    }
    return new Run(start, authorityEnd, end, null);
  }

  /**
   * What follows a host in ASCII may be its port, its path, or a sign that it was a user's name.
   */
  private static Run ofHost(String text, int start, int hostEnd) {
    Matcher after = AFTER_HOST.matcher(text).region(hostEnd, text.length());
    Matcher authority = AUTHORITY.matcher(text).region(hostEnd, text.length());
    if (!after.lookingAt() || !authority.lookingAt()) {
      return new Run(start, hostEnd, hostEnd, null);
    }
    if (after.group("path") != null) {
      return new Run(start, after.start("path"), delimiter(text, after.end()), null);
    }
    return new Run(start, authority.end(), after.end(), null);
  }

  private static Run ofBareHost(Run run) {
    return new Run(run.start(), run.end(), run.end(), null);
  }

  private static int delimiter(String text, int from) {
    Matcher delimiter = DELIMITER.matcher(text);
    return delimiter.find(from) ? delimiter.start() : text.length();
  }
}
