package dev.parley.aws.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.aws.item.Item;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.forward.Occurrence;
import dev.parley.domain.forward.Occurrence.OfContact;
import dev.parley.domain.forward.Occurrence.OfMessage;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OccurrenceItemsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final String CONVERSATION = "mer_1#cnv_01JDFXYZ8M2K4N6P8R0T2V4W6X";
  private static final Map<String, AttributeValue> NEW = Map.of();

  private static Item message(String pk, Status status) {
    return Item.at(pk, "msg_1")
        .text("direction", "outbound")
        .text("kind", "text")
        .text("content", "{\"is\":\"text\",\"text\":\"茶\"}")
        .text("status", status.wireName())
        .time("sentAt", NOON);
  }

  private static Item contact(String name, Instant at) {
    Item identity = Item.empty().text("channelType", "line").text("platformUserId", "U1");
    return Item.at("mer_1#cnt_1", "C")
        .text("displayName", name)
        .time("updatedAt", at)
        .with(
            Item.of(
                Map.of(
                    "identities",
                    AttributeValue.fromL(List.of(AttributeValue.fromM(identity.attributes()))))));
  }

  @Test
  void aMessageSaysHowFarItHadComeAndHasCome() {
    Occurrence sent =
        OccurrenceItems.of(
                message(CONVERSATION, Status.SENDING).attributes(),
                message(CONVERSATION, Status.SENT).attributes(),
                NOON)
            .orElseThrow();

    OfMessage message = assertInstanceOf(OfMessage.class, sent);
    assertEquals(Status.SENDING, message.before());
    assertEquals(Status.SENT, message.message().status());
    assertEquals(MERCHANT, message.merchantId());
  }

  @Test
  void aNewMessageHadNotComeAnywhere() {
    Occurrence sent =
        OccurrenceItems.of(NEW, message(CONVERSATION, Status.SENT).attributes(), NOON)
            .orElseThrow();

    assertNull(assertInstanceOf(OfMessage.class, sent).before());
  }

  @Test
  void anEventThatIsKeptForItsChannelIsNoMessage() {
    Map<String, AttributeValue> kept = message("mer_1#cnv_shop", Status.RECEIVED).attributes();

    assertEquals(Optional.empty(), OccurrenceItems.of(NEW, kept, NOON));
  }

  @Test
  void aRunIsNoMessage() {
    Item run = Item.at("mer_1#replays", "rpl_1").text("status", "sent");

    assertEquals(Optional.empty(), OccurrenceItems.of(NEW, run.attributes(), NOON));
  }

  @Test
  void whatIsGoneTellsNothing() {
    assertEquals(
        Optional.empty(),
        OccurrenceItems.of(message(CONVERSATION, Status.SENT).attributes(), Map.of(), NOON));
  }

  @Test
  void aContactIsToldWhenSomethingOfItBecameDifferent() {
    Instant later = NOON.plusSeconds(60);
    Map<String, AttributeValue> before = contact("小美", NOON).attributes();

    Optional<Occurrence> renamed =
        OccurrenceItems.of(before, contact("大美", later).attributes(), NOON);
    Optional<Occurrence> lookedAtAgain =
        OccurrenceItems.of(before, contact("小美", later).attributes(), NOON);

    assertEquals(
        Optional.of(
            new OfContact(
                MERCHANT,
                new ContactId("cnt_1"),
                "大美",
                null,
                List.of(new OfContact.Identity(ChannelType.LINE, "U1")),
                later)),
        renamed);
    assertEquals(Optional.empty(), lookedAtAgain);
  }
}
