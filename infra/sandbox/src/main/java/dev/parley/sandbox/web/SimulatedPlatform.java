package dev.parley.sandbox.web;

import java.util.Map;

/** One simulated platform of the sandbox. */
public interface SimulatedPlatform extends AutoCloseable {

  /** What the platform is called in paths, such as {@code line}. */
  String name();

  /** What it answers: path prefix (such as {@code /line}) to the endpoint for all under it. */
  Map<String, Endpoint> mounts();

  /** How many webhooks are still to come of what has been asked of it. */
  default int pending() {
    return 0;
  }

  @Override
  void close();
}
