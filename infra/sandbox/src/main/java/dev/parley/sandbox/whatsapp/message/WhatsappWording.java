package dev.parley.sandbox.whatsapp.message;

import dev.parley.sandbox.meta.GraphError;
import dev.parley.sandbox.meta.message.Wording;

/** How WhatsApp names parameters, such as {@code text['body']}, and says what is wrong. */
final class WhatsappWording implements Wording {
  static final WhatsappWording WORDS = new WhatsappWording();

  private WhatsappWording() {}

  @Override
  public String child(String path, String name) {
    return path.isEmpty() ? name : path + "['" + name + "']";
  }

  @Override
  public String item(String path, int index) {
    return path + "[" + index + "]";
  }

  @Override
  public GraphError missing(String path) {
    return path.contains("[")
        ? GraphError.whatsapp(
            400, 131008, "Required parameter is missing", "Parameter " + path + " is missing.")
        : invalid("The parameter " + path + " is required.");
  }

  @Override
  public GraphError unknown(String path, String name) {
    return invalid("Unexpected key \"" + name + "\" on param \"" + path + "\".");
  }

  @Override
  public GraphError wrong(String path, String why) {
    boolean inside = path.startsWith("interactive") || path.startsWith("template");
    String words = "Param " + path + " " + why + ".";
    return inside
        ? GraphError.whatsapp(400, 131009, "Parameter value is not valid", words)
        : invalid(words);
  }

  private static GraphError invalid(String words) {
    return GraphError.whatsapp(400, 100, words, words);
  }
}
