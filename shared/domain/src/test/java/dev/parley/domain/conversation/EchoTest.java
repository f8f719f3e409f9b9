package dev.parley.domain.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.conversation.Echo.Found;
import dev.parley.domain.conversation.Message.Direction;
import dev.parley.domain.conversation.Message.Failure;
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
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EchoTest {
  private static final Text HI = new Text("hi");
  private static final AgentId AGENT = new AgentId("agt_1");

  private static Message message(
      String id,
      @Nullable MessageContent content,
      @Nullable String platformId,
      @Nullable String failure,
      @Nullable AgentId agent) {
    return new Message(
        new MessageId(id),
        new MerchantId("mer_1"),
        new ConversationId("cnv_1"),
        Direction.OUTBOUND,
        MessageKind.TEXT,
        content,
        Instant.EPOCH,
        null,
        Status.SENT,
        failure == null ? null : Failure.of(failure, "why"),
        agent,
        platformId,
        null,
        null);
  }

  private static Message sent(String id, MessageContent content, String platformId) {
    return message(id, content, platformId, null, AGENT);
  }

  private static Message open(String id, MessageContent content) {
    return message(id, content, null, Failure.SENDING, AGENT);
  }

  private static Optional<Found> find(MessageContent echoed, Message... messages) {
    return new Echo("m1", echoed, true).find(List.of(messages));
  }

  private static Optional<Found> whole(String id) {
    return Optional.of(new Found.Whole(new MessageId(id)));
  }

  @Test
  void isKnownByThePlatformsIdBeforeAnythingElse() {
    assertEquals(whole("1"), find(HI, sent("1", HI, "m1"), open("2", HI)));
    assertEquals(Optional.empty(), find(HI, sent("1", HI, "m2")));
  }

  @Test
  void isKnownByItsWordsWhileNobodyKnowsWhatBecameOfThem() {
    Message unknown = message("1", HI, null, Failure.OUTCOME_UNKNOWN, AGENT);

    assertEquals(whole("1"), find(HI, unknown, open("2", HI)));
    assertEquals(Optional.empty(), find(HI, open("1", new Text("ho"))));
  }

  @Test
  void isNotOfWhatThePlatformRefused() {
    assertEquals(Optional.empty(), find(HI, message("1", HI, null, "rejected", AGENT)));
    assertEquals(Optional.empty(), find(HI, message("1", HI, null, "retrying", AGENT)));
  }

  @Test
  void wordsDoNotCountWhereThePlatformTellsOurNames() {
    assertEquals(Optional.empty(), new Echo("m1", HI, false).find(List.of(open("1", HI))));
  }

  @Test
  void aPictureIsKnownByItsKindSinceItLiesElsewhereNow() {
    Message sending = open("1", media(MediaKind.IMAGE, "https://shop.example/1"));

    assertEquals(whole("1"), find(media(MediaKind.IMAGE, "https://cdn.example/9"), sending));
    assertEquals(Optional.empty(), find(media(MediaKind.VIDEO, "https://cdn.example/9"), sending));
  }

  private static Media media(MediaKind kind, String url) {
    return new Media(kind, null, url, null, null, null);
  }

  @Test
  void theWordsOfCardsAreAPartThatProvesNothing() {
    ProductCard card =
        new ProductCard(
            new ProductId("1"), "Tea", Money.parse("TWD 1"), null, "https://p.example/r/1");
    ProductCards cards = new ProductCards("look", List.of(card));

    assertEquals(Optional.of(new Found.Part()), find(new Text("look"), sent("1", cards, "m9")));
    assertEquals(
        Optional.of(new Found.Part()),
        find(new Text("look"), message("1", cards, null, "rejected", AGENT)));
    assertEquals(whole("1"), find(new Unknown("template"), open("1", cards)));
    assertEquals(Optional.empty(), find(new Unknown("template"), sent("1", cards, "m9")));
  }

  @Test
  void isNeverOfWhatTheShopSaidByOtherMeans() {
    assertEquals(Optional.empty(), find(HI, message("1", HI, "m1", null, null)));
  }
}
