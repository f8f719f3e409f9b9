package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A forward that is switched off costs its channel's calls nothing more, until it is on again. */
@ExtendWith(RunningParley.class)
class ForwardOffAcceptanceTest {
  @AfterEach
  void setTheClock(Shop shop) {
    shop.system.post("/_local/clock", Map.of("reset", true)).is(200);
  }

  /** Lets LINE call; by then each sandbox has read the channel anew. */
  private static void call(Shop shop, String id) {
    shop.system.post("/_local/clock", Map.of("advance", "PT2M")).is(200);
    String body =
        ("{\"destination\":\"U\",\"events\":[{\"type\":\"message\",\"webhookEventId\":\"%s\","
                + "\"timestamp\":%d,\"mode\":\"active\",\"source\":{\"type\":\"user\","
                + "\"userId\":\"U0123456789abcdef0123456789abcdf3\"},"
                + "\"message\":{\"id\":\"%s\",\"type\":\"text\",\"text\":\"tea\"}}]}")
            .formatted(id, System.currentTimeMillis(), id);
    shop.webhook(body, shop.secret).is(200);
    shop.idle();
  }

  private static List<String> deliveries(Shop shop) {
    JsonNode all = shop.owner.get("/webhook-deliveries").is(200).json().path("items");
    return all.valueStream().map(d -> d.path("status").asText()).toList();
  }

  @Test
  void aForwardThatIsOffIsQueuedForNoMore(Shop shop) throws IOException {
    String forwards = "/channels/" + shop.channelId + "/forwards";
    try (HookReceiver receiver = new HookReceiver()) {
      Map<String, Object> urls = Map.of("urls", List.of(receiver.url()));
      shop.owner.put(forwards, urls).is(200);
      receiver.fail(1, 410);

      call(shop, "m1");
      call(shop, "m2");
      call(shop, "m3");
      call(shop, "m4");

      assertEquals(List.of("failed", "failed"), deliveries(shop));
      assertEquals("disabled", shop.owner.get(forwards).is(200).text("/targets/0/status"));

      shop.owner.put(forwards, urls).is(200);
      call(shop, "m5");

      assertEquals(List.of("delivered", "failed", "failed"), deliveries(shop));
      assertEquals(2, receiver.calls().size());
    }
  }
}
