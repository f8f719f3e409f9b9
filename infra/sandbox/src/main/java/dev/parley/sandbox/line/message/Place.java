package dev.parley.sandbox.line.message;

/**
 * A place in a request as LINE writes it: {@code messages[0].template.text}, or inside of a flex
 * message {@code /body/contents/0/text}.
 */
record Place(String path, boolean pointer) {
  static Place root(String name) {
    return new Place(name, false);
  }

  static Place flex() {
    return new Place("", true);
  }

  Place child(String name) {
    if (pointer) {
      return new Place(path + "/" + name, true);
    }
    return new Place(path.isEmpty() ? name : path + "." + name, false);
  }

  Place item(int index) {
    return pointer ? child(String.valueOf(index)) : new Place(path + "[" + index + "]", false);
  }

  String text() {
    return path.isEmpty() ? "/" : path;
  }
}
