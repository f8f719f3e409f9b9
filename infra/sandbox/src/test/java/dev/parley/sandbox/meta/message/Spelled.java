package dev.parley.sandbox.meta.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.RunningSandbox;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON of a table of cases: single quotes for double ones, {@code <x*80>} for 80 times x. */
public final class Spelled {
  private static final Pattern REPEATED = Pattern.compile("<([^*<>]+)\\*(\\d+)>");

  private Spelled() {}

  public static ObjectNode json(String spelled) {
    Matcher repeated = REPEATED.matcher(spelled.replace('\'', '"'));
    String text =
        repeated.replaceAll(
            r -> Matcher.quoteReplacement(r.group(1).repeat(Integer.parseInt(r.group(2)))));
    return (ObjectNode) RunningSandbox.json(text);
  }
}
