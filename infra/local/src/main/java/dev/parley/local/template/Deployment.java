package dev.parley.local.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that the template deploys and that runs here.
 *
 * @param keys names of KMS keys, and of their aliases with the key that each stands for
 * @param buses names of event buses, the default one included
 */
public record Deployment(
    List<FunctionSpec> functions,
    List<TableSpec> tables,
    List<QueueSpec> queues,
    Map<String, String> keys,
    Set<String> buses) {

  /**
   * Reads the template and those that it nests.
   *
   * @param parameters values in place of the parameters' defaults
   * @throws TemplateFault naming file and line, when something in it can't be honoured
   */
  public static Deployment read(
      Path template, Map<String, String> parameters, Surroundings surroundings) {
    return new SamReader(template, parameters, surroundings).read();
  }

  public FunctionSpec function(String logicalId) {
    return functions.stream()
        .filter(function -> function.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no function " + logicalId));
  }
}
