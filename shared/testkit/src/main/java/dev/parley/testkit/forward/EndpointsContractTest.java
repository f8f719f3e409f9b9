package dev.parley.testkit.forward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.Endpoints.Changes;
import dev.parley.domain.forward.Target;
import dev.parley.domain.forward.TargetHealth;
import dev.parley.domain.forward.TargetHealth.Disabled;
import dev.parley.domain.forward.TargetHealths;
import dev.parley.domain.forward.WebhookEndpoint;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How endpoints are kept, and how targets fare, in memory or in a table. */
public abstract class EndpointsContractTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.US_ASCII);
  private static final Disabled FAILING = new Disabled(Disabled.FAILING, NOON);

  private final MerchantId merchant = new MerchantId("mer_" + UUID.randomUUID());
  private final WebhookEndpoint endpoint = endpoint("whe_1");

  protected abstract Endpoints endpoints();

  protected abstract TargetHealths healths();

  private WebhookEndpoint endpoint(String id) {
    return new WebhookEndpoint(
        new EndpointId(id),
        merchant,
        "https://example.com/" + id,
        List.of("message.sent", "contact.changed"),
        NOON,
        TargetHealth.GOOD);
  }

  private TargetHealth health() {
    return endpoints().find(merchant, endpoint.id()).orElseThrow().health();
  }

  @Test
  void anEndpointIsFoundAsItWasAddedFirst() {
    endpoints().add(endpoint, SECRET);
    endpoints().add(endpoint, "other".getBytes(StandardCharsets.US_ASCII));

    assertEquals(Optional.of(endpoint), endpoints().find(merchant, endpoint.id()));
    assertArrayEquals(SECRET, endpoints().open(merchant, endpoint.id()).orElseThrow().secret());
    assertEquals(Optional.empty(), endpoints().find(new MerchantId("mer_other"), endpoint.id()));
  }

  @Test
  void allOfAMerchantAreListedTheOldestFirst() {
    endpoints().add(endpoint("whe_2"), SECRET);
    endpoints().add(endpoint, SECRET);

    assertEquals(List.of(endpoint, endpoint("whe_2")), endpoints().all(merchant));
  }

  @Test
  void whatIsNotChangedStaysAsItIs() {
    endpoints().add(endpoint, SECRET);

    endpoints()
        .change(merchant, endpoint.id(), new Changes("https://new.test/", null, false, null));
    WebhookEndpoint changed =
        endpoints()
            .change(
                merchant, endpoint.id(), new Changes(null, List.of("message.failed"), false, null))
            .orElseThrow();

    assertEquals("https://new.test/", changed.url());
    assertEquals(List.of("message.failed"), changed.events());
    assertArrayEquals(SECRET, endpoints().open(merchant, endpoint.id()).orElseThrow().secret());
  }

  @Test
  void whatIsNotThereIsNeitherChangedNorRemoved() {
    Changes changes = new Changes("https://new.test/", null, true, null);

    assertEquals(Optional.empty(), endpoints().change(merchant, endpoint.id(), changes));
    assertFalse(endpoints().remove(merchant, endpoint.id()));
    assertEquals(List.of(), endpoints().all(merchant));
  }

  @Test
  void whatIsRemovedIsGone() {
    endpoints().add(endpoint, SECRET);

    assertTrue(endpoints().remove(merchant, endpoint.id()));
    healths().failed(merchant, endpoint.target(), NOON);
    healths().disable(merchant, endpoint.target(), FAILING);

    assertEquals(Optional.empty(), endpoints().find(merchant, endpoint.id()));
    assertEquals(List.of(), endpoints().all(merchant));
  }

  @Test
  void failuresAreCountedSinceTheFirstUntilOneGoesWell() {
    endpoints().add(endpoint, SECRET);

    healths().failed(merchant, endpoint.target(), NOON);
    TargetHealth twice = healths().failed(merchant, endpoint.target(), NOON.plusSeconds(9));

    assertEquals(new TargetHealth(2, NOON, NOON.plusSeconds(9), null), twice);
    assertEquals(twice, health());

    healths().recovered(merchant, endpoint.target());

    assertEquals(TargetHealth.GOOD, health());
  }

  @Test
  void anEndpointThatIsOffSaysWhySinceItWasFirst() {
    endpoints().add(endpoint, SECRET);

    healths().disable(merchant, endpoint.target(), FAILING);
    healths()
        .disable(merchant, endpoint.target(), new Disabled(Disabled.GONE, NOON.plusSeconds(1)));

    assertEquals(FAILING, health().disabled());

    endpoints().change(merchant, endpoint.id(), new Changes(null, null, true, null));

    assertEquals(TargetHealth.GOOD, health());

    Disabled byOwner = new Disabled(Disabled.BY_OWNER, NOON);
    endpoints().change(merchant, endpoint.id(), new Changes(null, null, false, byOwner));

    assertEquals(byOwner, health().disabled());
  }

  @Test
  void aForwardFaresByItself() {
    ChannelId channel = new ChannelId("line-shop");
    Target one = new Target.Forward(channel, "https://one.test/");
    Target two = new Target.Forward(channel, "https://two.test/");

    healths().failed(merchant, one, NOON);
    healths().disable(merchant, one, FAILING);

    assertEquals(new TargetHealth(1, NOON, NOON, FAILING), healths().find(merchant, one));
    assertEquals(TargetHealth.GOOD, healths().find(merchant, two));

    healths().recovered(merchant, one);
    TargetHealth stillOff = healths().find(merchant, one);
    healths().renewed(merchant, one);

    assertEquals(FAILING, stillOff.disabled());
    assertEquals(TargetHealth.GOOD, healths().find(merchant, one));
  }
}
