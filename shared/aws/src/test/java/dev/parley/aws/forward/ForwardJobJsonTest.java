package dev.parley.aws.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.Occurrences.Place;
import dev.parley.domain.forward.Target;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import dev.parley.json.MalformedJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardJobJsonTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final MerchantId MERCHANT = new MerchantId("mer_1");

  private static Delivery delivery(Target target, String body) {
    return Delivery.of(MERCHANT, target, "evt_1", "message.sent", NOON, body);
  }

  @Test
  void everyJobReadsAsItWasWritten() throws MalformedJson {
    Target endpoint = new Target.Endpoint(new EndpointId("whe_1"));
    Target forward = new Target.Forward(new ChannelId("line-shop"), "https://example.com/a?b=1");
    Delivery first = delivery(forward, "{ \"text\" : \"茶 \uFFFF \\u0000\" }\n");
    List<ForwardJob> jobs =
        List.of(
            new ForwardJob.First(first),
            new ForwardJob.First(delivery(endpoint, "{}")),
            new ForwardJob.Again(MERCHANT, first.id(), endpoint, 3, NOON.plusMillis(1)),
            new ForwardJob.Retell(new Place("mer_1#cnv_1", "msg_1")));

    for (ForwardJob job : jobs) {
      assertEquals(job, ForwardJobJson.read(ForwardJobJson.text(job)));
    }
  }

  @Test
  void aBodyIsSmallInTheQueue() {
    String body = "{\"text\":\"" + "tea ".repeat(50_000) + "\"}";

    String job =
        ForwardJobJson.text(
            new ForwardJob.First(delivery(new Target.Endpoint(new EndpointId("whe_1")), body)));

    assertTrue(job.length() < 5_000, () -> job.length() + " characters");
  }

  @Test
  void whatTellsTooLittleIsMalformed() {
    assertThrows(
        MalformedJson.class,
        () ->
            ForwardJobJson.read(
                "{\"merchantId\":\"m\",\"deliveryId\":\"d\",\"endpointId\":\"e\"}"));
  }
}
