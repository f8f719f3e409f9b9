package dev.parley.local.gateway;

import dev.parley.sandbox.SandboxServer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What functions call of the platforms, each by the variable that holds its base URL. */
public enum PlatformEndpoint {
  LINE("LINE_API_BASE_URL"),
  LINE_DATA("LINE_DATA_API_BASE_URL"),
  META("META_GRAPH_BASE_URL"),
  INSTAGRAM("INSTAGRAM_GRAPH_BASE_URL"),
  SHOPIFY("SHOPIFY_BASE_URL"),
  SHOPEE("SHOPEE_BASE_URL"),
  STRIPE("STRIPE_BASE_URL");

  private final String variable;

  PlatformEndpoint(String variable) {
    this.variable = variable;
  }

  /** Returns what it is called at the command line and in faults, such as {@code line-data}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String variable() {
    return variable;
  }

  public static Set<String> wireNames() {
    return Arrays.stream(values())
        .map(PlatformEndpoint::wireName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the base URLs of those that the sandbox simulates, by name. */
  public static Map<String, String> simulatedBy(SandboxServer sandbox) {
    Map<String, String> urls = new TreeMap<>();
    for (PlatformEndpoint endpoint : values()) {
      endpoint.in(sandbox).ifPresent(url -> urls.put(endpoint.wireName(), url));
    }
    return urls;
  }

  private Optional<String> in(SandboxServer sandbox) {
    return switch (this) {
      case LINE -> Optional.of(sandbox.line().apiBaseUrl());
      case LINE_DATA -> Optional.of(sandbox.line().dataBaseUrl());
      case META -> Optional.of(sandbox.metaBaseUrl());
      case INSTAGRAM -> Optional.of(sandbox.instagram().apiBaseUrl());
      case SHOPIFY, SHOPEE, STRIPE -> Optional.empty();
    };
  }
}
