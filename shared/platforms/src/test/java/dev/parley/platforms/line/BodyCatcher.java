package dev.parley.platforms.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.outbound.OutboundMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A LINE that takes all that our messenger sends, and keeps its body. */
record BodyCatcher(HttpServer server, AtomicReference<String> body) implements AutoCloseable {
  private static final ConnectedChannel CHANNEL =
      new ConnectedChannel(
          new Channel(
              new ChannelId("line-shop"), new MerchantId("mer_1"), ChannelType.LINE, "Shop", null),
          new ChannelCredentials.Line("secret", "access"));

  static BodyCatcher start() {
    AtomicReference<String> body = new AtomicReference<>("");
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> accept(exchange, body));
      server.start();
      return new BodyCatcher(server, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void accept(HttpExchange exchange, AtomicReference<String> body)
      throws IOException {
    body.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    byte[] answer = "{\"sentMessages\":[{\"id\":\"46\"}]}".getBytes(UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  /**
   * Returns what LINE gets for the content.
   *
   * @param way {@code push}, or {@code reply} with the token {@code the-token}
   */
  String sent(MessageContent content, String way) {
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    HttpLineMessenger messenger = new HttpLineMessenger(new LineEndpoints(base, base));
    if (way.equals("push")) {
      messenger.push(CHANNEL, message(content));
    } else {
      messenger.reply(CHANNEL, message(content), "the-token");
    }
    return Objects.requireNonNull(body.get());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static OutboundMessage message(MessageContent content) {
    return new OutboundMessage(
        new MessageId("msg_1"),
        new MerchantId("mer_1"),
        new ConversationId("cnv_1"),
        new ChannelId("line-shop"),
        ChannelType.LINE,
        "U1",
        false,
        null,
        content,
        "zh-TW",
        new AgentId("agt_1"),
        null,
        Instant.EPOCH,
        List.of());
  }
}
