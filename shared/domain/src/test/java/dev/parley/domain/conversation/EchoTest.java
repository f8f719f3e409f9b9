package dev.parley.domain.conversation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.conversation.Message.Direction;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ProductId;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EchoTest {
  private static final Text HI = new Text("hi");

  private static Message ours(
      @Nullable MessageContent content, @Nullable String platformId, @Nullable AgentId agent) {
    return new Message(
        new MessageId("msg_1"),
        new MerchantId("mer_1"),
        new ConversationId("cnv_1"),
        Direction.OUTBOUND,
        MessageKind.TEXT,
        content,
        Instant.EPOCH,
        null,
        Status.SENT,
        null,
        agent,
        platformId,
        null,
        null);
  }

  private static Message ours(MessageContent content, @Nullable String platformId) {
    return ours(content, platformId, new AgentId("agt_1"));
  }

  private static boolean echoes(String platformId, MessageContent content, Message message) {
    return new Echo(platformId, content).isOf(message);
  }

  @Test
  void isKnownByThePlatformsId() {
    assertTrue(echoes("m1", HI, ours(new Text("other"), "m1")));
    assertFalse(echoes("m1", HI, ours(HI, "m2")));
  }

  @Test
  void isKnownByItsWordsWhileNoIdIsKnown() {
    assertTrue(echoes("m1", HI, ours(HI, null)));
    assertFalse(echoes("m1", HI, ours(new Text("ho"), null)));
  }

  @Test
  void aPictureIsKnownByItsKindSinceItLiesElsewhereNow() {
    Message sent = ours(media(MediaKind.IMAGE, "https://shop.example/1"), null);

    assertTrue(echoes("m1", media(MediaKind.IMAGE, "https://cdn.example/9"), sent));
    assertFalse(echoes("m1", media(MediaKind.VIDEO, "https://cdn.example/9"), sent));
  }

  private static Media media(MediaKind kind, String url) {
    return new Media(kind, null, url, null, null, null);
  }

  @Test
  void cardsAreEchoedInTwoParts() {
    ProductCard card =
        new ProductCard(
            new ProductId("1"), "Tea", Money.parse("TWD 1"), null, "https://p.example/r/1");
    Message sent = ours(new ProductCards("look", List.of(card)), "m9");

    assertTrue(echoes("m1", new Text("look"), sent));
    assertTrue(echoes("m1", new Unknown("template"), sent));
    assertFalse(echoes("m1", HI, sent));
  }

  @Test
  void isNeverOfWhatTheShopSaidByOtherMeansNorOfTheCustomers() {
    assertFalse(echoes("m1", HI, ours(HI, "m1", null)));
    assertFalse(echoes("m1", HI, ours(null, null, new AgentId("agt_1"))));
  }
}
