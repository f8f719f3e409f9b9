package dev.parley.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a bench was told on the command line, as {@code name=value}. */
public final class Options {
  private final Map<String, String> given = new LinkedHashMap<>();

  private Options() {}

  /**
   * Reads them.
   *
   * @param known the names that the bench understands
   * @throws IllegalArgumentException saying in one line what is wrong
   */
  public static Options read(Iterable<String> arguments, Set<String> known) {
    Options options = new Options();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (equals < 0 || !known.contains(name)) {
        throw new IllegalArgumentException(
            argument + " is no option; they are written name=value, and known are " + known);
      }
      options.given.put(name, argument.substring(equals + 1));
    }
    return options;
  }

  public int number(String name, int otherwise) {
    String value = given.get(name);
    try {
      return value == null ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, not " + value, e);
    }
  }

  public String text(String name, String otherwise) {
    return given.getOrDefault(name, otherwise);
  }
}
