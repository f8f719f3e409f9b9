package dev.parley.aws.http;

import dev.parley.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What tells a request apart in its log lines, such as the merchant's id; found on the way. */
public final class LogNotes {
  private final Map<String, String> notes = new LinkedHashMap<>();

  LogNotes() {}

  /** Notes an id; never a name, a secret or an address. */
  public void note(String name, String id) {
    notes.put(name, id);
  }

  void write(JsonWriter line) {
    notes.forEach(line::field);
  }
}
