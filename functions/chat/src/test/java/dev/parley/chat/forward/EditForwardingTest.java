package dev.parley.chat.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.http.HttpReply;
import dev.parley.chat.Calls;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.Delivery.Status;
import dev.parley.domain.forward.Delivery.Try;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.Forwards;
import dev.parley.domain.forward.Target;
import dev.parley.domain.forward.TargetHealth.Disabled;
import dev.parley.domain.forward.TargetRule;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.json.JsonObject;
import dev.parley.testkit.chat.InMemoryChannels;
import dev.parley.testkit.forward.InMemoryDeliveries;
import dev.parley.testkit.forward.InMemoryEndpoints;
import dev.parley.testkit.forward.RecordingForwards;
import dev.parley.testkit.merchant.Staff;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Endpoints, forwards and deliveries as owners see and change them. */
class EditForwardingTest {
  private static final TargetRule RULE = new TargetRule(false);
  private static final Caller OWNER = Staff.caller(new MerchantId("mer_1"), "agt_1", Role.OWNER);
  private static final MerchantId MERCHANT = OWNER.merchantId();
  private static final ChannelId CHANNEL = new ChannelId("line-shop");
  private static final String HOOK =
      "{\"url\":\"https://example.com/\",\"events\":[\"message.sent\"]}";

  private final InMemoryEndpoints store = new InMemoryEndpoints();
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(Instant::now);
  private final RecordingForwards queue = new RecordingForwards();
  private final InMemoryChannels channels = new InMemoryChannels();
  private final EditEndpoints endpoints = new EditEndpoints(store, RULE);
  private final EditForwards forwards =
      new EditForwards(channels, new ForwardsInMemory(channels), store, RULE);
  private final ReplayDeliveries replays = new ReplayDeliveries(deliveries, store, store, queue);

  private JsonObject added() {
    return Calls.json(endpoints.add(OWNER, Calls.at("id", "", HOOK)));
  }

  private HttpReply change(String id, String body) {
    return endpoints.change(OWNER, Calls.at("id", id, body));
  }

  private void connect() {
    channels.put(
        new ConnectedChannel(
            new Channel(CHANNEL, MERCHANT, ChannelType.LINE, "Shop", null),
            new ChannelCredentials.Line("secret", "token")));
  }

  private HttpReply putForwards(String body) {
    return forwards.put(OWNER, Calls.at("channelId", CHANNEL.value(), body));
  }

  @Test
  void theSecretIsInTheAnswerThatMakesAnEndpointAndInNoOther() {
    JsonObject made = added();

    String secret = made.requiredText("secret");
    assertTrue(secret.startsWith("whsec_"), secret);
    assertEquals(32, Base64.getDecoder().decode(secret.substring(6)).length);
    String id = made.requiredText("id");
    assertFalse(Calls.json(endpoints.one(OWNER, Calls.at("id", id))).has("secret"));
    assertFalse(
        Calls.json(endpoints.list(OWNER, Calls.get(Map.of())))
            .objects("items")
            .getFirst()
            .has("secret"));
    assertEquals("active", made.text("status"));
  }

  @Test
  void saysAllThatIsWrongWithAnEndpointAtOnce() {
    String wrong =
        "{\"url\":\"http://10.0.0.1\",\"events\":[\"order.placed\",\"message.sent\",\"message.sent\"],\"a\":1}";

    assertEquals(
        List.of("/url", "/events/0", "/events/2", "/a"),
        Calls.refused(() -> endpoints.add(OWNER, Calls.at("id", "", wrong))));
    assertEquals(
        List.of("/url", "/events"),
        Calls.refused(() -> endpoints.add(OWNER, Calls.at("id", "", "{}"))));
  }

  @Test
  void aMerchantHasTenEndpointsAtMost() {
    for (int i = 0; i < 10; i++) {
      assertEquals(201, endpoints.add(OWNER, Calls.at("id", "", HOOK)).status());
    }

    assertEquals(409, endpoints.add(OWNER, Calls.at("id", "", HOOK)).status());
  }

  @Test
  void endpointsAreListedPageByPage() {
    List<String> ids = List.of(added().requiredText("id"), added().requiredText("id"));

    JsonObject first = Calls.json(endpoints.list(OWNER, Calls.get(Map.of("limit", "1"))));
    String cursor = first.requiredText("nextCursor");
    JsonObject second =
        Calls.json(endpoints.list(OWNER, Calls.get(Map.of("limit", "1", "cursor", cursor))));

    assertEquals(
        ids.stream().sorted().toList(),
        List.of(
            first.objects("items").getFirst().text("id"),
            second.objects("items").getFirst().text("id")));
    assertEquals(null, second.text("nextCursor"));
  }

  @Test
  void anEndpointIsSwitchedOffAndOn() {
    String id = added().requiredText("id");

    JsonObject off = Calls.json(change(id, "{\"status\":\"disabled\"}"));
    JsonObject on =
        Calls.json(change(id, "{\"status\":\"active\",\"events\":[\"contact.changed\"]}"));

    assertEquals("disabled", off.text("status"));
    assertEquals("byOwner", off.object("disabled").text("reason"));
    assertEquals("active", on.text("status"));
    assertEquals(List.of("contact.changed"), on.texts("events"));
    assertEquals("https://example.com/", on.text("url"));
    assertEquals(200, change(id, "{}").status());
    assertEquals(404, change("whe_none", "{\"status\":\"active\"}").status());
    assertEquals(
        List.of("/url", "/events", "/status"),
        Calls.refused(() -> change(id, "{\"url\":null,\"events\":[],\"status\":\"on\"}")));
  }

  @Test
  void anEndpointIsRemoved() {
    String id = added().requiredText("id");

    assertEquals(204, endpoints.remove(OWNER, Calls.at("id", id)).status());
    assertEquals(404, endpoints.remove(OWNER, Calls.at("id", id)).status());
    assertEquals(404, endpoints.one(OWNER, Calls.at("id", id)).status());
  }

  @Test
  void forwardsAreThoseOfAnOwnChannel() {
    assertEquals(404, putForwards("{\"urls\":[]}").status());
    connect();

    JsonObject put = Calls.json(putForwards("{\"urls\":[\"https://one.test/\"]}"));

    assertEquals(List.of("https://one.test/"), put.texts("urls"));
    assertEquals("active", put.objects("targets").getFirst().text("status"));
    assertEquals(put, Calls.json(forwards.read(OWNER, Calls.at("channelId", CHANNEL.value()))));
  }

  @Test
  void saysWhichForwardIsWrong() {
    connect();
    String six = "\"https://a.test/\",".repeat(5) + "\"https://b.test/\"";

    assertEquals(
        List.of("/urls/0", "/urls/2"),
        Calls.refused(
            () ->
                putForwards(
                    "{\"urls\":[\"http://a.test\",\"https://a.test\",\"https://a.test\"]}")));
    assertEquals(List.of("/urls"), Calls.refused(() -> putForwards("{\"urls\":[" + six + "]}")));
    assertEquals(List.of("/urls"), Calls.refused(() -> putForwards("{}")));
  }

  @Test
  void aForwardThatIsGivenAgainIsOnAgain() {
    connect();
    Target target = new Target.Forward(CHANNEL, "https://one.test/");
    store.failed(MERCHANT, target, Instant.EPOCH);
    store.disable(MERCHANT, target, new Disabled(Disabled.GONE, Instant.EPOCH));

    JsonObject put = Calls.json(putForwards("{\"urls\":[\"https://one.test/\"]}"));

    assertEquals("active", put.objects("targets").getFirst().text("status"));
  }

  private Delivery delivered(Target target) {
    Instant at = Instant.parse("2026-11-24T12:00:00Z");
    Delivery delivery = Delivery.of(MERCHANT, target, "evt_1", "message.sent", Instant.now(), "{}");
    Delivery done =
        delivery.with(delivery.progress().ended(Status.DELIVERED, new Try(at, 200, null)));
    deliveries.keep(done, 0);
    return done;
  }

  @Test
  void whatWasDeliveredIsReplayedUnderItsId() {
    String id = added().requiredText("id");
    Delivery delivery = delivered(new Target.Endpoint(new EndpointId(id)));

    HttpReply reply = replays.replay(OWNER, Calls.at("id", delivery.id().value()));

    assertEquals(202, reply.status());
    assertEquals("pending", Calls.json(reply).text("status"));
    assertEquals(delivery.id(), ((ForwardJob.Again) queue.drained().getFirst()).id());
    assertEquals(0, deliveries.find(MERCHANT, delivery.id()).orElseThrow().progress().tries());
  }

  @Test
  void whatCanNotBeQueuedIsFoundWhenItIsDue() {
    String id = added().requiredText("id");
    Delivery delivery = delivered(new Target.Endpoint(new EndpointId(id)));
    queue.shut();

    HttpReply reply = replays.replay(OWNER, Calls.at("id", delivery.id().value()));

    assertEquals(202, reply.status());
    assertTrue(deliveries.find(MERCHANT, delivery.id()).orElseThrow().progress().dueAt() != null);
  }

  @Test
  void nothingIsReplayedToATargetThatIsOff() {
    Delivery gone = delivered(new Target.Endpoint(new EndpointId("whe_gone")));

    assertEquals(409, replays.replay(OWNER, Calls.at("id", gone.id().value())).status());
    assertEquals(404, replays.replay(OWNER, Calls.at("id", "whd_none")).status());
  }

  @Test
  void deliveriesAreListedByTheirStatus() {
    delivered(new Target.Forward(CHANNEL, "https://one.test/"));

    JsonObject all = Calls.json(replays.list(OWNER, Calls.get(Map.of())));
    JsonObject failed = Calls.json(replays.list(OWNER, Calls.get(Map.of("status", "failed"))));

    JsonObject item = all.objects("items").getFirst();
    assertEquals("delivered", item.text("status"));
    assertEquals("line-shop", item.text("channelId"));
    assertEquals(200L, item.object("lastTry").longValue("status"));
    assertEquals(List.of(), failed.objects("items"));
    assertEquals(
        List.of("status"),
        Calls.refused(() -> replays.list(OWNER, Calls.get(Map.of("status", "late")))));
  }

  /** Forwards beside the channels that they are of. */
  private static final class ForwardsInMemory implements Forwards {
    private final Map<ChannelId, List<String>> urls = new HashMap<>();
    private final InMemoryChannels channels;

    ForwardsInMemory(InMemoryChannels channels) {
      this.channels = channels;
    }

    @Override
    public Optional<List<String>> find(MerchantId merchant, ChannelId channel) {
      return channels.find(merchant, channel).map(c -> urls.getOrDefault(channel, List.of()));
    }

    @Override
    public boolean put(MerchantId merchant, ChannelId channel, List<String> all) {
      boolean own = channels.find(merchant, channel).isPresent();
      if (own) {
        urls.put(channel, all);
      }
      return own;
    }

    @Override
    public void leaveOut(MerchantId merchant, ChannelId channel, String url, long edition) {
      throw new IllegalStateException("An owner leaves none out");
    }
  }
}
