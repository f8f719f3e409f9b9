package dev.parley.acceptance.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML file as maps, lists and strings; {@code !Ref x} reads as {@code {Ref: x}}. */
final class Yaml {
  private Yaml() {}

  static Map<String, Object> read(Path file) {
    try {
      return map(
          value(
              new Compose(LoadSettings.builder().build())
                  .composeString(Files.readString(file))
                  .orElseThrow()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  /** Returns the list, or what is not one as the one item of a list. */
  @SuppressWarnings("unchecked")
  static List<Object> list(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> (List<Object>) list;
      default -> List.of(value);
    };
  }

  /** Returns the map under the name, or an empty one. */
  static Map<String, Object> under(Map<String, Object> map, String name) {
    return map(map.get(name));
  }

  private static Object value(Node node) {
    Object plain =
        switch (node) {
          case MappingNode mapping -> mapping(mapping);
          case SequenceNode items -> items.getValue().stream().map(Yaml::value).toList();
          case ScalarNode scalar -> scalar.getValue();
          default -> throw new IllegalArgumentException("Unknown node " + node);
        };
    String tag = node.getTag().getValue();
    return tag.startsWith("!") ? Map.of(tag.substring(1), plain) : plain;
  }

  private static Map<String, Object> mapping(MappingNode mapping) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      map.put(((ScalarNode) tuple.getKeyNode()).getValue(), value(tuple.getValueNode()));
    }
    return map;
  }
}
