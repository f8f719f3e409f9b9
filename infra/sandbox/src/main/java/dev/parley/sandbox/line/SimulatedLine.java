package dev.parley.sandbox.line;

import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.Routes;
import dev.parley.sandbox.web.SimulatedPlatform;
import java.time.InstantSource;
import java.util.Map;

/** The simulated LINE platform. */
public final class SimulatedLine implements SimulatedPlatform {
  /** The channel of the demo shop, known from the start; its webhook URL is set later. */
  public static final LineChannel DEMO =
      new LineChannel(
          "2000000001",
          "5a4d1b0c9e8f47a6b3c2d1e0f9a8b7c6",
          "sandbox-line-channel-access-token",
          null);

  private final String baseUrl;

  public SimulatedLine(String baseUrl, InstantSource clock) {
    this.baseUrl = baseUrl;
  }

  @Override
  public String name() {
    return "line";
  }

  /** What {@code LINE_API_BASE_URL} must be. */
  public String apiBaseUrl() {
    return baseUrl + "/line";
  }

  /** What {@code LINE_DATA_API_BASE_URL} must be. */
  public String dataBaseUrl() {
    return baseUrl + "/line-data";
  }

  /** Adds a channel, or replaces the one with its {@code channelId}. */
  public void register(LineChannel channel) {}

  /** Makes customers for the demo, friends of {@link #DEMO}. */
  public void addDemoCustomers() {}

  @Override
  public Map<String, Endpoint> mounts() {
    return Map.of(
        "/line", new Routes(), "/line-data", new Routes(), "/_sandbox/line", new Routes());
  }

  @Override
  public void close() {}
}
