package dev.parley.sandbox.meta.message;

import dev.parley.sandbox.meta.GraphError;

/** How a platform names a parameter and says what is wrong with it. */
public interface Wording {
  /** The path of a property, {@code path} being empty for one of the body itself. */
  String child(String path, String name);

  String item(String path, int index);

  GraphError missing(String path);

  GraphError unknown(String path, String name);

  GraphError wrong(String path, String why);
}
