package dev.parley.local.template;

import java.util.Set;

/** A resource of a stack that its conditions let be, its properties not yet resolved. */
record Resource(Stack stack, String logicalId, String type, Node.Fields body) {
  private static final Set<String> KEYS =
      Set.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "Metadata");

  Resource {
    body.map()
        .forEach(
            (key, value) -> {
              if (!KEYS.contains(key)) {
                throw new TemplateFault(value.place(), key + " of a resource can't be honoured");
              }
            });
  }

  Place place() {
    return body.place();
  }

  Node.Fields rawProperties() {
    return body.fields("Properties");
  }

  /** The named property without intrinsics, or nothing. */
  Node property(String name) {
    Node raw = rawProperties().get(name);
    return raw == null ? new Node.None(place()) : stack.resolve(raw);
  }
}
