package dev.parley.chat.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Direction;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.Occurrence;
import dev.parley.domain.forward.Occurrence.OfContact;
import dev.parley.domain.forward.Occurrence.OfMessage;
import dev.parley.domain.forward.Target;
import dev.parley.domain.forward.TargetHealth;
import dev.parley.domain.forward.TargetHealth.Disabled;
import dev.parley.domain.forward.WebhookEndpoint;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.testkit.forward.InMemoryEndpoints;
import dev.parley.testkit.forward.RecordingForwards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellEventsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final MerchantId MERCHANT = new MerchantId("mer_1");

  private final InMemoryEndpoints endpoints = new InMemoryEndpoints();
  private final RecordingForwards queue = new RecordingForwards();
  private final TellEvents tell = new TellEvents(endpoints, queue);

  private void endpoint(String id, String... events) {
    endpoints.add(
        new WebhookEndpoint(
            new EndpointId(id),
            MERCHANT,
            "https://example.com/",
            List.of(events),
            NOON,
            TargetHealth.GOOD),
        new byte[32]);
  }

  private static Occurrence message(@Nullable Status before, Status after) {
    return message(before, after, null);
  }

  private static Occurrence message(@Nullable Status before, Status after, @Nullable String raw) {
    boolean inbound = after == Status.RECEIVED;
    MessageContent content =
        raw == null ? new MessageContent.Text("茶") : new MessageContent.Unknown("beacon");
    Message message =
        new Message(
            new MessageId("msg_1"),
            MERCHANT,
            new ConversationId("cnv_1"),
            inbound ? Direction.INBOUND : Direction.OUTBOUND,
            MessageKind.of(content),
            content,
            NOON,
            inbound ? NOON : null,
            after,
            null,
            null,
            null,
            null,
            raw);
    return new OfMessage(message, before, NOON.plusSeconds(1));
  }

  private static Occurrence contact(Instant at) {
    return new OfContact(
        MERCHANT,
        new ContactId("cnt_1"),
        "小美",
        null,
        List.of(new OfContact.Identity(ChannelType.LINE, "U1")),
        at);
  }

  private List<Delivery> told(Occurrence... occurrences) {
    List<Delivery> told = new ArrayList<>();
    for (Occurrence occurrence : occurrences) {
      tell.tell(occurrence);
      queue.drained().forEach(job -> told.add(((ForwardJob.First) job).delivery()));
    }
    return told;
  }

  private static JsonObject body(Delivery delivery) {
    return Json.readOwn(delivery.body());
  }

  @Test
  void eachEndpointThatWantsAnEventGetsItUnderOneId() {
    endpoint("whe_1", "message.received", "message.sent");
    endpoint("whe_2", "message.received");
    endpoint("whe_3", "message.failed");

    List<Delivery> told = told(message(null, Status.RECEIVED));

    assertEquals(List.of("whe_1", "whe_2"), told.stream().map(d -> d.target().name()).toList());
    assertEquals(1, told.stream().map(Delivery::eventId).distinct().count());
    assertEquals(2, told.stream().map(Delivery::id).distinct().count());
  }

  @Test
  void aMessageIsInItsEventAsTheApiShowsIt() {
    endpoint("whe_1", "message.received");

    JsonObject body = body(told(message(null, Status.RECEIVED)).getFirst());

    assertEquals("message.received", body.text("type"));
    assertEquals("2026-11-24T12:00:01.000Z", body.text("timestamp"));
    assertEquals("cnv_1", body.object("data").text("conversationId"));
    assertEquals("茶", body.object("data").object("message").text("text"));
  }

  @Test
  void eventsFollowWhatBecomesOfAMessage() {
    endpoint("whe_1", "message.received", "message.sent", "message.failed");

    List<Delivery> told =
        told(
            message(null, Status.QUEUED),
            message(Status.QUEUED, Status.SENDING),
            message(Status.SENDING, Status.FAILED),
            message(Status.FAILED, Status.SENT),
            message(Status.SENT, Status.DELIVERED),
            message(Status.DELIVERED, Status.READ),
            message(Status.RECEIVED, Status.RECEIVED),
            message(Status.SENDING, Status.READ),
            message(Status.READ, Status.FAILED),
            message(null, Status.SENT));

    assertEquals(
        List.of("message.failed", "message.sent", "message.sent", "message.failed", "message.sent"),
        told.stream().map(Delivery::type).toList());
  }

  @Test
  void theSameChangeToldAgainIsTheSameDelivery() {
    endpoint("whe_1", "message.sent", "contact.changed");

    List<Delivery> once = told(message(Status.QUEUED, Status.SENT), contact(NOON));
    List<Delivery> again = told(message(Status.QUEUED, Status.SENT), contact(NOON));
    List<Delivery> later = told(contact(NOON.plusMillis(1)));

    assertEquals(once, again);
    assertTrue(!later.getFirst().eventId().equals(once.getLast().eventId()));
  }

  @Test
  void aContactIsToldWithWhoItIsOnItsPlatform() {
    endpoint("whe_1", "contact.changed");

    JsonObject contact = body(told(contact(NOON)).getFirst()).object("data").object("contact");

    assertEquals("cnt_1", contact.text("id"));
    assertEquals("小美", contact.text("displayName"));
    assertEquals("U1", contact.objects("identities").getFirst().text("platformUserId"));
  }

  @Test
  void aRawEventThatIsTooLargeIsLeftOut() {
    endpoint("whe_1", "message.received");
    String small = "{\"type\":\"beacon\"}";
    String large = "{\"type\":\"" + "x".repeat(110_000) + "\"}";

    List<Delivery> told =
        told(message(null, Status.RECEIVED, small), message(null, Status.RECEIVED, large));

    assertEquals(
        List.of(true, false),
        told.stream().map(d -> body(d).object("data").object("message").has("raw")).toList());
  }

  @Test
  void aBatchAsksForTheEndpointsOfAMerchantOnce() {
    endpoint("whe_1", "message.received", "message.sent");
    List<MerchantId> asked = new ArrayList<>();
    Endpoints counted = new CountedEndpoints(endpoints, asked);
    TellEvents.Batch batch = new TellEvents(counted, queue).batch();

    batch.tell(message(null, Status.RECEIVED));
    batch.tell(message(Status.QUEUED, Status.SENT));
    batch.tell(message(null, Status.QUEUED));

    assertEquals(2, queue.drained().size());
    assertEquals(List.of(MERCHANT), asked);
  }

  private record CountedEndpoints(Endpoints all, List<MerchantId> asked) implements Endpoints {
    @Override
    public List<WebhookEndpoint> all(MerchantId merchant) {
      asked.add(merchant);
      return all.all(merchant);
    }

    @Override
    public void add(WebhookEndpoint endpoint, byte[] secret) {
      all.add(endpoint, secret);
    }

    @Override
    public Optional<WebhookEndpoint> find(MerchantId merchant, EndpointId id) {
      return all.find(merchant, id);
    }

    @Override
    public Optional<Opened> open(MerchantId merchant, EndpointId id) {
      return all.open(merchant, id);
    }

    @Override
    public Optional<WebhookEndpoint> change(MerchantId merchant, EndpointId id, Changes changes) {
      return all.change(merchant, id, changes);
    }

    @Override
    public boolean remove(MerchantId merchant, EndpointId id) {
      return all.remove(merchant, id);
    }
  }

  @Test
  void anEndpointThatIsOffIsToldOfNothing() {
    endpoint("whe_1", "message.received");
    endpoints.disable(
        MERCHANT,
        new Target.Endpoint(new EndpointId("whe_1")),
        new Disabled(Disabled.BY_OWNER, NOON));

    assertEquals(List.of(), told(message(null, Status.RECEIVED)));
  }

  @Test
  void whatTheQueueDoesNotTakeIsToldAgainByTheStream() {
    endpoint("whe_1", "message.received");
    queue.shut();

    assertThrows(TransientFault.class, () -> tell.tell(message(null, Status.RECEIVED)));
  }
}
