package dev.parley.chat.widget;

import dev.parley.aws.http.HttpReply;
import dev.parley.aws.log.Log;
import dev.parley.aws.request.RequestCounts;
import dev.parley.aws.request.SharedRate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How much a visitor may say and ask in ten seconds, and how many sessions one network may open and
 * how much say by all of them, so that new tokens give nobody more. A network is kept for an hour
 * as a digest that only the channel's secret can make.
 */
public final class VisitorRates {
  static final int MOST_MESSAGES = 10;
  static final int MOST_READS = 30;
  static final int MOST_SESSIONS = 50;
  static final int MOST_SESSIONS_AN_HOUR = 500;
  static final int MOST_MESSAGES_OF_A_NETWORK = 100;
  private static final int SHARE = 5;
  private static final int SHARE_OF_READS = 10;
  private static final int SHARE_OF_A_NETWORK = 20;

  private final SharedRate messages;
  private final SharedRate reads;
  private final SharedRate sessions;
  private final SharedRate sessionsAnHour;
  private final SharedRate messagesOfNetworks;

  public VisitorRates(RequestCounts counts, InstantSource clock, Log log) {
    this.messages = new SharedRate(MOST_MESSAGES, SHARE, counts, clock, log);
    this.reads = new SharedRate(MOST_READS, SHARE_OF_READS, counts, clock, log);
    this.sessions = new SharedRate(MOST_SESSIONS, SHARE, counts, clock, log);
    this.sessionsAnHour =
        new SharedRate(MOST_SESSIONS_AN_HOUR, SHARE, Duration.ofHours(1), counts, clock, log);
    this.messagesOfNetworks =
        new SharedRate(MOST_MESSAGES_OF_A_NETWORK, SHARE_OF_A_NETWORK, counts, clock, log);
  }

  /** Returns the refusal of a message too many, of the visitor's or of the network's. */
  Optional<HttpReply> refusedMessage(WidgetChannel channel, Visitor visitor, String address) {
    return messages
        .admit(key(visitor, "said"))
        .or(() -> messagesOfNetworks.admit(key(channel, address, "said")))
        .map(VisitorRates::refusal);
  }

  Optional<HttpReply> refusedRead(Visitor visitor) {
    return reads.admit(key(visitor, "read")).map(VisitorRates::refusal);
  }

  Optional<HttpReply> refusedSession(WidgetChannel channel, String address) {
    return sessions
        .admit(key(channel, address, "sessions"))
        .or(() -> sessionsAnHour.admit(key(channel, address, "hour")))
        .map(VisitorRates::refusal);
  }

  private static String key(WidgetChannel channel, String address, String what) {
    return channel.channel().merchantId() + "#" + channel.network(address) + "#" + what;
  }

  private static String key(Visitor visitor, String what) {
    return visitor.merchantId() + "#" + visitor.id() + "#" + what;
  }

  private static HttpReply refusal(int seconds) {
    return HttpReply.problem(
            429, "rate-exceeded", "Too many requests", "This is more than one visitor may do.")
        .with("retry-after", String.valueOf(seconds));
  }
}
