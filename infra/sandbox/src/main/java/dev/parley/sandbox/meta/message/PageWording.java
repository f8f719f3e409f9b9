package dev.parley.sandbox.meta.message;

import dev.parley.sandbox.meta.GraphError;

/** How Messenger and Instagram name parameters: {@code message[attachment][type]}. */
final class PageWording implements Wording {
  static final PageWording WORDS = new PageWording();

  private PageWording() {}

  @Override
  public String child(String path, String name) {
    return path.isEmpty() ? name : path + "[" + name + "]";
  }

  @Override
  public String item(String path, int index) {
    return path + "[" + index + "]";
  }

  @Override
  public GraphError missing(String path) {
    return invalid("(#100) The parameter " + path + " is required");
  }

  @Override
  public GraphError unknown(String path, String name) {
    String param = path.isEmpty() ? "request" : path;
    return invalid("(#100) Invalid keys \"" + name + "\" were found in param \"" + param + "\".");
  }

  @Override
  public GraphError wrong(String path, String why) {
    return invalid("(#100) Param " + path + " " + why);
  }

  private static GraphError invalid(String message) {
    return GraphError.of(400, 100, 0, message);
  }
}
