package dev.parley.platforms.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Location;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.outbound.CompiledMessage;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SendOutcome;
import dev.parley.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

final class WidgetMessengerTest {
  private static final ConnectedChannel CHANNEL =
      new ConnectedChannel(
          new Channel(
              new ChannelId("site-shop"),
              new MerchantId("mer_1"),
              ChannelType.WIDGET,
              "Site",
              null),
          new ChannelCredentials.Widget(List.of("https://shop.tw"), "secret"));

  private final WidgetMessenger messenger = new WidgetMessenger();

  private static OutboundMessage message(MessageContent content) {
    return new OutboundMessage(
        new MessageId("msg_1"),
        new MerchantId("mer_1"),
        new ConversationId("cnv_1"),
        new ChannelId("site-shop"),
        ChannelType.WIDGET,
        "vis_1",
        false,
        null,
        content,
        "zh-TW",
        new AgentId("agt_1"),
        null,
        Instant.EPOCH,
        List.of());
  }

  private static String shown(MessageContent content) {
    return JsonWriter.text(w -> WidgetContents.write(w, content));
  }

  @Test
  void takesWhatTheWidgetShowsAndAlwaysKnowsItAgain() {
    assertEquals(new SendOutcome.Accepted(null), messenger.push(CHANNEL, message(new Text("hi"))));
    assertInstanceOf(
        SendOutcome.Rejected.class, messenger.push(CHANNEL, message(new Unknown("odd"))));
    assertTrue(messenger.knownAgain().isPositive());
  }

  @Test
  void namesAVisitorByTheEndOfTheId() {
    var profile = messenger.find(CHANNEL, new Source(Source.Kind.PERSON, "vis_01KAV7Q2M"));

    assertEquals("Visitor 7Q2M", profile.orElseThrow().displayName());
  }

  @Test
  void cardsAreShownWholeWhateverTheirLength() {
    ProductCard card =
        new ProductCard(
            new ProductId("prd_1"),
            "茶".repeat(200),
            Money.of(CurrencyUnit.of("THB"), 390),
            null,
            "https://p.tw/r/a");
    ProductCards cards = new ProductCards("看", List.of(card));

    CompiledMessage compiled = new WidgetContents().compile(cards, "zh-TW");

    assertEquals(List.of(), compiled.cuts());
    assertEquals(List.of(shown(cards)), compiled.messages());
    assertTrue(compiled.messages().getFirst().contains("茶".repeat(200)));
    assertTrue(compiled.messages().getFirst().contains("\"priceText\":\"฿390\""));
  }

  @Test
  void otherContentsHaveTheirForm() {
    assertEquals(
        "{\"kind\":\"image\",\"text\":null,\"attachments\":[{\"kind\":\"image\",\"url\":\"https://a.tw/1.png\"}]}",
        shown(new Media(MediaKind.IMAGE, null, "https://a.tw/1.png", null, null, null)));
    assertEquals(
        "{\"kind\":\"location\",\"text\":\"25.03, 121.56\",\"attachments\":[]}",
        shown(new Location(null, null, "25.03", "121.56")));
  }
}
