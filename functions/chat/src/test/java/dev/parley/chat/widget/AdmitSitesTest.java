package dev.parley.chat.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parley.aws.http.HttpReply;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.id.ChannelId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdmitSitesTest {
  private final Site site = new Site();

  private HttpReply asks(ChannelId id, String method, Map<String, String> headers) {
    return site.call(id, method, headers, "");
  }

  @Test
  void tellsABrowserWhatAnAllowedSiteMay() {
    HttpReply reply = asks(Site.ID, "OPTIONS", Map.of("origin", Site.ORIGIN));

    assertEquals(204, reply.status());
    assertEquals(Site.ORIGIN, reply.headers().get("access-control-allow-origin"));
    assertEquals("GET, POST", reply.headers().get("access-control-allow-methods"));
    assertEquals(
        "authorization, content-type, idempotency-key",
        reply.headers().get("access-control-allow-headers"));
    assertEquals("origin", reply.headers().get("vary"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS", "SESSION", "POST", "GET"})
  void turnsAnyOtherSiteAway(String method) {
    for (String other :
        List.of("https://evil.tw", "http://shop.tw", "https://shop.tw.evil.tw", "null", "")) {
      HttpReply reply = asks(Site.ID, method, Map.of("origin", other));

      assertEquals(403, reply.status(), other);
      assertFalse(reply.headers().containsKey("access-control-allow-origin"), other);
    }
    assertEquals(403, asks(Site.ID, method, Map.of()).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS", "SESSION", "POST", "GET"})
  void doesNotKnowAnotherChannel(String method) {
    ChannelId line = new ChannelId("line-shop");
    site.channels.put(
        new ConnectedChannel(
            new Channel(line, Site.MERCHANT, ChannelType.LINE, "LINE", null),
            new ChannelCredentials.Line("secret", "token")));

    Map<String, String> headers = Map.of("origin", Site.ORIGIN);

    assertEquals(404, asks(new ChannelId("site-none"), method, headers).status());
    assertEquals(404, asks(line, method, headers).status());
  }

  @Test
  void letsASiteReadRefusalsToo() {
    HttpReply reply = asks(Site.ID, "GET", Map.of("origin", Site.ORIGIN));

    assertEquals(401, reply.status());
    assertEquals(Site.ORIGIN, reply.headers().get("access-control-allow-origin"));
    assertEquals("retry-after", reply.headers().get("access-control-expose-headers"));
    assertEquals("no-store", reply.headers().get("cache-control"));
  }

  @Test
  void knowsASiteThatWasAllowedAMomentAgo() {
    site.channels.putStale(
        new ConnectedChannel(
            Site.channel(Site.ID, "secret").channel(),
            new ChannelCredentials.Widget(List.of("https://old.tw"), "secret")));

    assertEquals(201, asks(Site.ID, "SESSION", Map.of("origin", Site.ORIGIN)).status());
  }
}
