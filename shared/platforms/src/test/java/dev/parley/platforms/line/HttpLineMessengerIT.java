package dev.parley.platforms.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.conversation.MessageContent.Text;
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
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpLineMessengerIT {
  private static final ConnectedChannel CHANNEL =
      new ConnectedChannel(
          new Channel(
              new ChannelId("line-shop"), new MerchantId("mer_1"), ChannelType.LINE, "Shop", null),
          new ChannelCredentials.Line("secret", "the-token"));
  private static final OutboundMessage MESSAGE =
      new OutboundMessage(
          new MessageId("msg_1"),
          new MerchantId("mer_1"),
          new ConversationId("cnv_1"),
          new ChannelId("line-shop"),
          ChannelType.LINE,
          "U1",
          false,
          null,
          new Text("hi"),
          "en",
          new AgentId("agt_1"),
          null,
          Instant.EPOCH,
          List.of());

  private record Call(String path, String authorization, String retryKey, String body) {}

  private final List<Call> calls = new ArrayList<>();
  private HttpServer server = server();
  private int status = 200;
  private String answer = "{\"sentMessages\":[{\"id\":\"46\"}]}";

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
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
    var headers = exchange.getRequestHeaders();
    calls.add(
        new Call(
            exchange.getRequestURI().getPath(),
            String.valueOf(headers.getFirst("Authorization")),
            String.valueOf(headers.getFirst("X-Line-Retry-Key")),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    if (status == 0) {
      exchange.close();
      return;
    }
    byte[] body = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private HttpLineMessenger messenger() {
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    return new HttpLineMessenger(new LineEndpoints(base, base));
  }

  @Test
  void pushesUnderARetryKeyThatFollowsFromTheMessage() {
    SendOutcome first = messenger().push(CHANNEL, MESSAGE);
    messenger().push(CHANNEL, MESSAGE);

    assertEquals(new SendOutcome.Accepted("46"), first);
    assertEquals(calls.getFirst(), calls.getLast());
    assertEquals("/v2/bot/message/push", calls.getFirst().path());
    assertEquals("Bearer the-token", calls.getFirst().authorization());
    assertEquals(
        "{\"to\":\"U1\",\"messages\":[{\"type\":\"text\",\"text\":\"hi\"}]}",
        calls.getFirst().body());
  }

  @Test
  void repliesWithoutARetryKey() {
    SendOutcome outcome = messenger().reply(CHANNEL, MESSAGE, "rt");

    assertEquals(new SendOutcome.Accepted("46"), outcome);
    assertEquals("null", calls.getFirst().retryKey());
    assertEquals(
        "{\"replyToken\":\"rt\",\"messages\":[{\"type\":\"text\",\"text\":\"hi\"}]}",
        calls.getFirst().body());
  }

  @ParameterizedTest
  @CsvSource({
    "400,Invalid reply token,InvalidReplyToken",
    "400,The request body has 1 error(s),Rejected",
    "401,Authentication failed,CredentialsRejected",
    "403,Not available,Rejected",
    "409,The retry key is already accepted,Accepted",
    "429,The API rate limit has been exceeded. Try again later.,NotNow",
    "429,You have reached your monthly limit.,MonthlyLimit",
    "500,oops,OutcomeUnknown",
    "503,oops,OutcomeUnknown"
  })
  void saysWhatEachAnswerMeans(int code, String message, String outcome) {
    status = code;
    answer = "{\"message\":\"" + message + "\",\"sentMessages\":[{\"id\":\"7\"}]}";

    assertEquals(outcome, messenger().push(CHANNEL, MESSAGE).getClass().getSimpleName());
  }

  @Test
  void tellsLinesDetailsOfARefusal() {
    status = 400;
    answer =
        "{\"message\":\"The request body has 1 error(s)\",\"details\":[{\"message\":"
            + "\"May not be empty\",\"property\":\"messages[0].text\"}]}";

    assertEquals(
        new SendOutcome.Rejected(
            "The request body has 1 error(s) (messages[0].text: May not be empty)"),
        messenger().push(CHANNEL, MESSAGE));
  }

  @Test
  void aConnectionBrokenOffLeavesTheOutcomeUnknown() {
    status = 0;

    assertInstanceOf(SendOutcome.OutcomeUnknown.class, messenger().push(CHANNEL, MESSAGE));
  }

  @Test
  void aServerThatCannotBeReachedDidNotTakeIt() {
    server.stop(0);

    assertInstanceOf(SendOutcome.NotNow.class, messenger().push(CHANNEL, MESSAGE));
  }

  @Test
  void asksForPeopleAndGroups() {
    answer = "{\"displayName\":\"Ann\",\"groupName\":\"Friends\",\"pictureUrl\":\"https://p/1\"}";

    assertEquals(Optional.of(new Profile("Ann", "https://p/1")), find(Source.Kind.PERSON));
    assertEquals(Optional.of(new Profile("Friends", "https://p/1")), find(Source.Kind.GROUP));
    assertEquals(
        List.of("/v2/bot/profile/X1", "/v2/bot/group/X1/summary"),
        calls.stream().map(Call::path).toList());
  }

  @Test
  void aPersonWhoBlockedUsHasNoProfile() {
    status = 404;
    answer = "{\"message\":\"Not found\"}";

    assertEquals(Optional.empty(), find(Source.Kind.PERSON));
  }

  @Test
  void aBrokenProfileServiceIsAFaultThatMayPass() {
    status = 500;

    assertThrows(TransientFault.class, () -> find(Source.Kind.PERSON));
  }

  private Optional<Profile> find(Source.Kind kind) {
    return messenger().find(CHANNEL, new Source(kind, "X1"));
  }
}
