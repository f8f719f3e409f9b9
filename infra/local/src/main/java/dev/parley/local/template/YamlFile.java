package dev.parley.local.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML file with CloudFormation's short tags, read into nodes that know their lines. */
final class YamlFile {
  private final String label;

  private YamlFile(String label) {
    this.label = label;
  }

  /** Reads the file; {@code !Sub x} becomes {@code Fn::Sub: x}, and so on. */
  static Node.Fields read(Path file) {
    YamlFile yaml = new YamlFile(String.valueOf(file.getFileName()));
    Place start = new Place(yaml.label, 1);
    LoadSettings settings = LoadSettings.builder().setLabel(yaml.label).setUseMarks(true).build();
    try (Reader reader = Files.newBufferedReader(file)) {
      return new Compose(settings)
          .composeReader(reader)
          .map(yaml::convert)
          .orElseThrow(() -> new TemplateFault(start, "the file is empty"))
          .fields();
    } catch (IOException e) {
      throw new TemplateFault(start, "can't read " + file, e);
    } catch (MarkedYamlEngineException e) {
      String problem = e.getProblem() == null ? "not YAML" : e.getProblem();
      throw new TemplateFault(yaml.place(e.getProblemMark()), problem, e);
    }
  }

  private Place place(Optional<Mark> mark) {
    return new Place(label, mark.map(Mark::getLine).orElse(0) + 1);
  }

  private Node convert(org.snakeyaml.engine.v2.nodes.Node node) {
    Place place = place(node.getStartMark());
    Node plain = untagged(node, place);
    String tag = node.getTag().getValue();
    return tag.startsWith("!") && tag.length() > 1
        ? new Node.Fields(Map.of(functionName(tag), argument(tag, plain)), place)
        : plain;
  }

  private Node untagged(org.snakeyaml.engine.v2.nodes.Node node, Place place) {
    return switch (node) {
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> new Node.None(place);
      case ScalarNode scalar ->
          new Node.Text(scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, place);
      case SequenceNode sequence ->
          new Node.Items(sequence.getValue().stream().map(this::convert).toList(), place);
      case MappingNode mapping -> fields(mapping, place);
      default -> throw new TemplateFault(place, "this kind of YAML node is not understood");
    };
  }

  private Node.Fields fields(MappingNode mapping, Place place) {
    Map<String, Node> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = convert(tuple.getKeyNode());
      Node value = convert(tuple.getValueNode());
      if (fields.put(key.text(), value) != null) {
        throw new TemplateFault(key.place(), key.text() + " stands here twice");
      }
    }
    return new Node.Fields(fields, place);
  }

  private static String functionName(String tag) {
    String name = tag.substring(1);
    return name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
  }

  private static Node argument(String tag, Node plain) {
    if (!tag.equals("!GetAtt") || !(plain instanceof Node.Text text)) {
      return plain;
    }
    List<Node> parts = new ArrayList<>();
    int dot = text.text().indexOf('.');
    if (dot < 0) {
      throw new TemplateFault(text.place(), "!GetAtt needs Resource.Attribute");
    }
    parts.add(new Node.Text(text.text().substring(0, dot), true, text.place()));
    parts.add(new Node.Text(text.text().substring(dot + 1), true, text.place()));
    return new Node.Items(parts, text.place());
  }
}
