package dev.parley.sandbox.meta;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer as the platform knows them, with what only that platform has in {@code more}. */
public record Person(
    String id, String name, @Nullable String pictureUrl, Map<String, String> more) {

  /** What the platform knows under that name, an empty text if nothing. */
  public String more(String field) {
    return more.getOrDefault(field, "");
  }
}
