package dev.parley.local.template;

/**
 * Where something stands in a template file.
 *
 * @param line counted from 1
 */
public record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
