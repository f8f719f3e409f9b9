package dev.parley.bench.coldstart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a sandbox reaches the stand-ins of AWS.
 *
 * @param endpoint their address, or empty for the one that the runner gives
 * @param within the command that the sandbox is started within
 * @param jvmOptions what its JVM is told besides
 */
record Reach(String endpoint, List<String> within, String jvmOptions) {
  /** As the local runner's functions do. */
  static final Reach DIRECT = new Reach("", List.of(), "");

  Map<String, String> applied(Map<String, String> environment) {
    if (endpoint.isEmpty()) {
      return environment;
    }
    Map<String, String> applied = new HashMap<>(environment);
    applied.put("AWS_ENDPOINT_URL", endpoint);
    applied.merge("JAVA_TOOL_OPTIONS", jvmOptions, (given, more) -> given + " " + more);
    return applied;
  }
}
