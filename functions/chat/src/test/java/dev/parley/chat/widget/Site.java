package dev.parley.chat.widget;

import static dev.parley.testkit.chat.Customer.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.id.RandomIds;
import dev.parley.aws.log.Log;
import dev.parley.chat.Calls;
import dev.parley.chat.inbound.MeetContacts;
import dev.parley.chat.inbound.QueueEvents;
import dev.parley.chat.inbound.ReceiveMessages;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.platforms.Platforms;
import dev.parley.platforms.widget.WidgetMessenger;
import dev.parley.testkit.chat.InMemoryChannels;
import dev.parley.testkit.chat.InMemoryChat;
import dev.parley.testkit.chat.InMemorySenders;
import dev.parley.testkit.chat.RecordingQueue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shop's website with a widget, and everything behind it in memory. */
final class Site {
  static final MerchantId MERCHANT = new MerchantId("mer_1");
  static final ChannelId ID = new ChannelId("site-shop");
  static final String ORIGIN = "https://shop.tw";

  final InMemoryChannels channels = new InMemoryChannels();
  final InMemoryChat chat = new InMemoryChat();
  final RecordingQueue queue = new RecordingQueue();
  final RememberedReplies replies = new RememberedReplies();
  Instant now = NOON;
  private final AdmitSites sites = new AdmitSites(channels);
  private final VisitorChat visitors;
  private final Map<String, Long> counts = new HashMap<>();
  private int taken;

  Site() {
    Log log = new Log("Test", () -> now, new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    VisitorRates rates =
        new VisitorRates(
            (whose, window, n) -> counts.merge(whose + window, (long) n, Long::sum),
            () -> now,
            log);
    KnowVisitors known = new KnowVisitors(channels);
    visitors =
        new VisitorChat(
            new OpenSessions(rates),
            new TakeVisitorMessages(known, rates, replies, new QueueEvents(queue, queue)),
            new ShowConversation(known, rates, chat.messages()));
    channels.put(channel(ID, "secret"));
  }

  static ConnectedChannel channel(ChannelId id, String secret) {
    return new ConnectedChannel(
        new Channel(id, MERCHANT, ChannelType.WIDGET, "官網", null),
        new ChannelCredentials.Widget(List.of(ORIGIN), secret));
  }

  HttpReply call(ChannelId id, String method, Map<String, String> headers, String body) {
    return answer(id, method, headers, Map.of(), body);
  }

  HttpReply answer(
      ChannelId id,
      String method,
      Map<String, String> headers,
      Map<String, String> query,
      String body) {
    HttpCall call =
        new HttpCall(
            method + " /",
            "/",
            Map.of(),
            query,
            headers,
            body.getBytes(UTF_8),
            "req",
            headers.getOrDefault("from", "192.0.2.1"),
            Instant.MAX,
            new RandomIds(() -> now));
    return sites.answer(
        id,
        call,
        channel ->
            switch (method) {
              case "SESSION" -> visitors.sessions().open(channel, call);
              case "POST" -> visitors.take().take(channel, call);
              default -> visitors.show().show(channel, call);
            });
  }

  String session() {
    return Calls.json(call(ID, "SESSION", Map.of("origin", ORIGIN), ""))
        .requiredText("visitorToken");
  }

  static Map<String, String> as(String token) {
    return Map.of(
        "origin", ORIGIN, "authorization", "Bearer " + token, "content-type", "application/json");
  }

  HttpReply says(String token, String body) {
    return call(ID, "POST", as(token), body);
  }

  HttpReply reads(String token, Map<String, String> query) {
    return answer(ID, "GET", as(token), query, "");
  }

  /** Takes what waits in the queue into conversations. */
  void receive() {
    MeetContacts meet =
        new MeetContacts(type -> new WidgetMessenger(), chat.arrivals(), channels, () -> now);
    ReceiveMessages receive =
        new ReceiveMessages(
            Platforms::events, chat.arrivals(), new InMemorySenders(), chat.sent(), meet, channels);
    queue.queued().stream().skip(taken).forEach(event -> receive.receive(event, "" + taken++));
  }
}
