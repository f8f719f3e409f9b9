package dev.parley.platforms.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.Profile;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SendOutcome;
import dev.parley.platforms.Cards;
import dev.parley.platforms.instagram.InstagramRules;
import dev.parley.platforms.messenger.MessengerRules;
import dev.parley.platforms.whatsapp.HttpWhatsappMessenger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpMetaMessengersIT {
  private static final String TAKEN =
      "200 {\"message_id\":\"m_9\",\"messages\":[{\"id\":\"wamid.9\"}]}";
  private static final String BUSY = "400 {\"error\":{\"code\":613,\"message\":\"slow down\"}}";

  private record Call(String path, String authorization, String body) {}

  private final List<Call> calls = new ArrayList<>();
  private final Queue<String> answers = new ArrayDeque<>();
  private HttpServer server = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.add(
        new Call(
            exchange.getRequestURI().toString(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    String answer = answers.isEmpty() ? TAKEN : answers.remove();
    byte[] body = answer.substring(4).getBytes(UTF_8);
    exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static ConnectedChannel channel(ChannelCredentials credentials) {
    return new ConnectedChannel(
        new Channel(
            new ChannelId("shop-channel"),
            new MerchantId("mer_1"),
            credentials.type(),
            "Shop",
            null),
        credentials);
  }

  private static final ConnectedChannel PAGE =
      channel(new ChannelCredentials.Messenger("101", "page-token", "s", "v"));
  private static final ConnectedChannel INSTAGRAM =
      channel(new ChannelCredentials.Instagram("202", "ig-token", "s", "v"));
  private static final ConnectedChannel NUMBER =
      channel(new ChannelCredentials.Whatsapp("303", "1", "wa-token", "s", "v", null));

  private static OutboundMessage message(
      ChannelType type, String to, MessageContent content, boolean humanAgent) {
    return new OutboundMessage(
        new MessageId("msg_1"),
        new MerchantId("mer_1"),
        new ConversationId("cnv_1"),
        new ChannelId("shop-channel"),
        type,
        to,
        humanAgent,
        null,
        content,
        "en",
        new AgentId("agt_1"),
        null,
        Instant.EPOCH,
        List.of());
  }

  private SendOutcome onMessenger(MessageContent content, boolean humanAgent) {
    return MessengerRules.client(base())
        .push(PAGE, message(ChannelType.MESSENGER, "C1", content, humanAgent));
  }

  private SendOutcome onWhatsapp(String to) {
    return new HttpWhatsappMessenger(base())
        .push(NUMBER, message(ChannelType.WHATSAPP, to, new Text("hi"), false));
  }

  @Test
  void sendsOnMessengerInThePagesName() {
    SendOutcome outcome = onMessenger(new Text("hi"), false);

    assertEquals(new SendOutcome.Accepted("m_9"), outcome);
    assertEquals(
        List.of(
            new Call(
                "/v25.0/101/messages",
                "Bearer page-token",
                "{\"recipient\":{\"id\":\"C1\"},\"messaging_type\":\"RESPONSE\","
                    + "\"message\":{\"text\":\"hi\",\"metadata\":\"cnv_1/msg_1\"}}")),
        calls);
  }

  @Test
  void saysThatAPersonAnswersByHand() {
    InstagramRules.client(base())
        .push(INSTAGRAM, message(ChannelType.INSTAGRAM, "I1", new Text("hi"), true));

    assertEquals("/v25.0/202/messages", calls.getFirst().path());
    assertEquals(
        "{\"recipient\":{\"id\":\"I1\"},\"messaging_type\":\"MESSAGE_TAG\",\"tag\":\"HUMAN_AGENT\","
            + "\"message\":{\"text\":\"hi\",\"metadata\":\"cnv_1/msg_1\"}}",
        calls.getFirst().body());
  }

  @Test
  void sendsOnWhatsappToPhonesUserIdsAndGroups() {
    assertEquals(new SendOutcome.Accepted("wamid.9"), onWhatsapp("886912345678"));
    onWhatsapp("TW.123");
    onWhatsapp("Y2FwaV9ncm91cDox");

    String rest =
        ",\"biz_opaque_callback_data\":\"cnv_1/msg_1\",\"type\":\"text\","
            + "\"text\":{\"preview_url\":true,\"body\":\"hi\"}}";
    String first = "{\"messaging_product\":\"whatsapp\",\"recipient_type\":";
    assertEquals(
        List.of(
            first + "\"individual\",\"to\":\"+886912345678\"" + rest,
            first + "\"individual\",\"recipient\":\"TW.123\"" + rest,
            first + "\"group\",\"to\":\"Y2FwaV9ncm91cDox\"" + rest),
        calls.stream().map(Call::body).toList());
    assertEquals("/v25.0/303/messages", calls.getFirst().path());
    assertEquals("Bearer wa-token", calls.getFirst().authorization());
  }

  @Test
  void cardsGoOutAfterTheirWords() {
    onMessenger(Cards.many("look", 2), false);

    assertEquals(2, calls.size());
    assertTrue(calls.getFirst().body().contains("\"metadata\":\"cnv_1/msg_1/0\""));
    assertTrue(calls.getLast().body().contains("\"metadata\":\"cnv_1/msg_1\""));
  }

  @Test
  void onceTheWordsAreOutNothingIsSentAgain() {
    answers.addAll(List.of(TAKEN, BUSY, BUSY, BUSY));

    SendOutcome outcome = onMessenger(Cards.many("look", 2), false);

    assertInstanceOf(SendOutcome.Rejected.class, outcome);
    assertEquals(4, calls.size());
  }

  @Test
  void cardsThatAreTakenAtASecondTryAreSent() {
    answers.addAll(List.of(TAKEN, BUSY, TAKEN));

    assertInstanceOf(SendOutcome.Accepted.class, onMessenger(Cards.many("look", 2), false));
  }

  @Test
  void wordsThatAreNotTakenNowMayBeSentLater() {
    answers.add(BUSY);

    assertInstanceOf(SendOutcome.NotNow.class, onMessenger(Cards.many("look", 2), false));
    assertEquals(1, calls.size());
  }

  @Test
  void asksWhoAPersonIs() {
    answers.add("200 {\"name\":\"小明\",\"profile_pic\":\"https://p.example/1\",\"id\":\"C1\"}");

    assertEquals(Optional.of(new Profile("小明", "https://p.example/1")), find());
    assertEquals("/v25.0/C1?fields=name,profile_pic", calls.getFirst().path());
  }

  private Optional<Profile> find() {
    return MessengerRules.client(base()).find(PAGE, new Source(Source.Kind.PERSON, "C1"));
  }

  @Test
  void toldNothingItSaysWhetherToAskAgain() {
    answers.addAll(List.of("200 {}", "400 {}", "500 {}"));

    assertEquals(Optional.empty(), find());
    assertThrows(PermanentFault.class, this::find);
    assertThrows(TransientFault.class, this::find);
  }

  @Test
  void anotherPlatformsChannelIsRefused() {
    assertThrows(
        PermanentFault.class,
        () ->
            MessengerRules.client(base())
                .push(INSTAGRAM, message(ChannelType.MESSENGER, "C1", new Text("hi"), false)));
    assertEquals(List.of(), calls);
  }
}
