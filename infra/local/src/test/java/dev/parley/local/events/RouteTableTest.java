package dev.parley.local.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private final RouteTable<String> routes = new RouteTable<>();

  RouteTableTest() {
    routes.add("ANY", "/a/{rest+}", "greedy");
    routes.add("GET", "/a/{id}", "named");
    routes.add("ANY", "/a/fixed", "any fixed");
    routes.add("GET", "/a/fixed", "fixed");
    routes.add("GET", "/a/{id}/b", "deeper");
  }

  private String target(String method, String path) {
    return routes.find(method, path).map(RouteTable.Match::target).orElse("none");
  }

  @Test
  void choosesTheRouteThatSaysMost() {
    assertEquals("fixed", target("GET", "/a/fixed"));
    assertEquals("any fixed", target("POST", "/a/fixed"));
    assertEquals("named", target("GET", "/a/1"));
    assertEquals("deeper", target("GET", "/a/1/b"));
    assertEquals("greedy", target("GET", "/a/1/c/d"));
    assertEquals("greedy", target("PUT", "/a/1"));
    assertEquals("none", target("GET", "/a"));
    assertEquals("none", target("GET", "/a/"));
    assertEquals("none", target("GET", "/b"));
  }

  @Test
  void givesTheNamedPartsDecoded() {
    Optional<RouteTable.Match<String>> named = routes.find("GET", "/a/x%20y+z");
    Optional<RouteTable.Match<String>> greedy = routes.find("GET", "/a/1/%E7%83%8F/c");

    assertEquals(Map.of("id", "x y+z"), named.orElseThrow().parameters());
    assertEquals(Map.of("rest", "1/烏/c"), greedy.orElseThrow().parameters());
  }

  @Test
  void fallsBackToTheDefaultRoute() {
    routes.add("ANY", "$default", "rest");

    assertEquals("rest", target("GET", "/b"));
    assertEquals("$default", routes.find("GET", "/b").orElseThrow().routeKey());
  }
}
