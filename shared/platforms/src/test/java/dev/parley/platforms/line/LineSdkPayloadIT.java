package dev.parley.platforms.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.CarouselTemplate;
import com.linecorp.bot.messaging.model.ImageMessage;
import com.linecorp.bot.messaging.model.LocationMessage;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import com.linecorp.bot.messaging.model.StickerMessage;
import com.linecorp.bot.messaging.model.TemplateMessage;
import com.linecorp.bot.messaging.model.TextMessage;
import com.linecorp.bot.messaging.model.URIAction;
import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Location;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.conversation.MessageContent.Sticker;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.id.ProductId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** LINE's own models take what we send, and give back the same JSON: they know each field. */
final class LineSdkPayloadIT {
  private static final ObjectMapper SDK = ModelObjectMapper.createNewObjectMapper();
  private static final BodyCatcher LINE = BodyCatcher.start();
  private static final List<String> ODD_TEXTS =
      List.of(
          "hi",
          "\"quoted\" \\ back/slash",
          "line\nbreak\ttab\u0001",
          "</script>\u2028\u2029",
          "👨‍👩‍👧‍👦 สวัสดี 你好",
          "{\"type\":\"text\"}",
          "x".repeat(5000));

  private static ProductCard card(int number, String title, @Nullable String imageUrl) {
    return new ProductCard(
        new ProductId("prd_" + number),
        title,
        Money.parse("TWD 1290.00"),
        imageUrl,
        "https://p.example/r/" + number + "?a=%E5%A5%BD&b=~");
  }

  private static ProductCards cards(int count, boolean pictures) {
    return new ProductCards(
        "看看",
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    card(
                        i,
                        ODD_TEXTS.get(i % ODD_TEXTS.size()),
                        pictures ? "https://i.example/" + i + ".jpg" : null))
            .toList());
  }

  static Stream<MessageContent> contents() {
    Stream<MessageContent> texts = ODD_TEXTS.stream().map(Text::new);
    Stream<MessageContent> others =
        Stream.of(
            cards(1, true),
            cards(1, false),
            cards(10, true),
            cards(10, false),
            new ProductCards(null, List.of(card(1, "茶", null))),
            new Media(MediaKind.IMAGE, null, "https://i.example/1.jpg?x=1", null, null, null),
            new Media(MediaKind.VIDEO, null, "https://i.example/1.mp4", null, null, null),
            new Sticker("446", "1988", List.of(), null),
            new Location("Shop", "Taipei", "25.0330", "121.5654"),
            new Location(null, null, "-0.5", "179.999999"));
    return Stream.concat(texts, others);
  }

  /** Returns the request in the model, which has given back the very JSON that was sent. */
  private static <T> T taken(Class<T> model, String sent) {
    try {
      T read = SDK.readValue(sent, model);
      JsonNode again = SDK.readTree(SDK.writeValueAsString(read));
      assertEquals(SDK.readTree(sent), again);
      return read;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String sent(MessageContent content, String way) {
    return LINE.sent(content, way);
  }

  @AfterAll
  static void stop() {
    LINE.close();
  }

  private static List<Message> pushed(MessageContent content) {
    return taken(PushMessageRequest.class, sent(content, "push")).messages();
  }

  @ParameterizedTest
  @MethodSource("contents")
  void takesEveryPushWeMake(MessageContent content) {
    PushMessageRequest push = taken(PushMessageRequest.class, sent(content, "push"));

    assertEquals("U1", push.to());
    assertFalse(push.messages().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("contents")
  void takesEveryReplyWeMake(MessageContent content) {
    ReplyMessageRequest reply = taken(ReplyMessageRequest.class, sent(content, "reply"));

    assertEquals("the-token", reply.replyToken());
    assertEquals(pushed(content), reply.messages());
  }

  @Test
  void eachContentIsTheKindThatWeMean() {
    assertEquals("hi", assertInstanceOf(TextMessage.class, first(new Text("hi"))).text());
    assertInstanceOf(
        ImageMessage.class,
        first(new Media(MediaKind.IMAGE, null, "https://i.example/1", null, null, null)));
    assertEquals(
        "1988",
        assertInstanceOf(StickerMessage.class, first(new Sticker("446", "1988", List.of(), null)))
            .stickerId());
    assertEquals(
        25.033,
        assertInstanceOf(
                LocationMessage.class, first(new Location("Shop", "Taipei", "25.0330", "121.5")))
            .latitude());
  }

  private static Message first(MessageContent content) {
    return pushed(content).getFirst();
  }

  @Test
  void aCarouselHasAColumnForEachProductWithItsLink() {
    List<Message> messages = pushed(cards(10, true));

    var template = assertInstanceOf(TemplateMessage.class, messages.getLast()).template();
    var carousel = assertInstanceOf(CarouselTemplate.class, template);
    assertEquals("看看", assertInstanceOf(TextMessage.class, messages.getFirst()).text());
    assertEquals(10, carousel.columns().size());
    for (int i = 0; i < 10; i++) {
      var column = carousel.columns().get(i);
      var action = assertInstanceOf(URIAction.class, column.actions().getFirst());
      assertEquals(cards(10, true).cards().get(i).url(), action.uri().toString());
      assertEquals("https://i.example/" + i + ".jpg", column.thumbnailImageUrl().toString());
      assertEquals("NT$1,290", column.text());
    }
  }

  @Test
  void theModelLosesAFieldThatLineDoesNotKnow() {
    String wrong = sent(new Text("hi"), "push").replace("\"text\":\"hi\"", "\"body\":\"hi\"");

    assertThrows(AssertionError.class, () -> taken(PushMessageRequest.class, wrong));
  }
}
