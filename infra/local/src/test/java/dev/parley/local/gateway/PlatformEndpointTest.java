package dev.parley.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.local.LocalOptions;
import dev.parley.local.template.Deployment;
import dev.parley.local.template.Surroundings;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlatformEndpointTest {
  private static final Surroundings HERE =
      new Surroundings(
          "eu-west-1",
          "123456789012",
          URI.create("http://127.0.0.1:9"),
          URI.create("http://127.0.0.1:8"));

  /** A function whose variable is missing here would call the platform itself. */
  @Test
  void everyPlatformThatTheTemplateNamesIsOneOfThem() {
    Deployment deployment = Deployment.read(LocalOptions.onFreePorts().template(), Map.of(), HERE);

    Set<String> named =
        deployment.functions().stream()
            .flatMap(function -> function.environment().keySet().stream())
            .filter(name -> name.endsWith("_BASE_URL") && !name.equals("PUBLIC_BASE_URL"))
            .collect(Collectors.toCollection(TreeSet::new));

    Arrays.stream(PlatformEndpoint.values()).map(PlatformEndpoint::variable).forEach(named::remove);
    assertEquals(Set.of(), named);
  }

  @Test
  void namesAreThoseOfTheCommandLine() {
    assertEquals(
        Set.of("instagram", "line", "line-data", "meta", "shopee", "shopify", "stripe"),
        PlatformEndpoint.wireNames());
  }
}
