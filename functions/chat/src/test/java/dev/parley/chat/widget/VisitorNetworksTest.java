package dev.parley.chat.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the visitors of one network may do, however many tokens they take. */
final class VisitorNetworksTest {
  private final Site site = new Site();

  private static Map<String, String> from(String address) {
    return Map.of("origin", Site.ORIGIN, "from", address);
  }

  private int session(String address) {
    return site.call(Site.ID, "SESSION", from(address), "").status();
  }

  @Test
  void anAddressOpensFiftySessionsInTenSeconds() {
    List<Integer> statuses = IntStream.range(0, 60).mapToObj(i -> session("192.0.2.7")).toList();

    assertEquals(50, statuses.stream().filter(status -> status == 201).count());
    assertEquals(201, session("192.0.2.8"));
  }

  @Test
  void aNetworkOpensNoMoreThanSoManySessionsAnHourHoweverSlowly() {
    for (int i = 0; i < VisitorRates.MOST_SESSIONS_AN_HOUR; i++) {
      assertEquals(201, session("192.0.2.7"), "session " + i);
      site.now = site.now.plusSeconds(1);
    }

    assertEquals(429, session("192.0.2.7"));
    assertEquals(201, session("192.0.2.8"));
    site.now = site.now.plusSeconds(3600);
    assertEquals(201, session("192.0.2.7"));
  }

  @Test
  void whoHasOneAddressOfANetworkOfIpv6HasThemAll() {
    for (int i = 0; i < VisitorRates.MOST_SESSIONS; i++) {
      assertEquals(201, session("2001:db8:1:2::" + Integer.toHexString(i)));
    }

    assertEquals(429, session("2001:db8:1:2:ffff::1"));
    assertEquals(201, session("2001:db8:1:3::1"));
  }

  @Test
  void manyTokensOfOneNetworkSayNoMoreThanSoMuch() {
    List<Integer> said =
        IntStream.range(0, 2 * VisitorRates.MOST_MESSAGES_OF_A_NETWORK / VisitorRates.MOST_MESSAGES)
            .mapToObj(i -> site.session())
            .flatMap(
                token ->
                    IntStream.range(0, VisitorRates.MOST_MESSAGES)
                        .mapToObj(i -> site.says(token, "{\"text\":\"x\"}").status()))
            .toList();

    assertEquals(
        VisitorRates.MOST_MESSAGES_OF_A_NETWORK, said.stream().filter(s -> s == 202).count());
    assertEquals(429, said.getLast());
  }

  @Test
  void aCallerWhoseAddressIsUnknownIsServed() {
    assertEquals(201, session(""));
  }
}
