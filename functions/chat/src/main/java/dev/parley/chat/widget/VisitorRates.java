package dev.parley.chat.widget;

import dev.parley.aws.http.HttpReply;
import dev.parley.aws.log.Log;
import dev.parley.aws.request.RequestCounts;
import dev.parley.aws.request.SharedRate;
import dev.parley.domain.id.Ulids;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How much a visitor may say and ask in ten seconds, and how many sessions one address may open. An
 * address is kept as its digest alone.
 */
public final class VisitorRates {
  static final int MOST_MESSAGES = 10;
  static final int MOST_READS = 30;
  static final int MOST_SESSIONS = 50;
  private static final int SHARE = 5;
  private static final int SHARE_OF_READS = 10;

  private final SharedRate messages;
  private final SharedRate reads;
  private final SharedRate sessions;

  public VisitorRates(RequestCounts counts, InstantSource clock, Log log) {
    this.messages = new SharedRate(MOST_MESSAGES, SHARE, counts, clock, log);
    this.reads = new SharedRate(MOST_READS, SHARE_OF_READS, counts, clock, log);
    this.sessions = new SharedRate(MOST_SESSIONS, SHARE, counts, clock, log);
  }

  /** Returns the refusal of a message too many. */
  Optional<HttpReply> refusedMessage(Visitor visitor) {
    return messages.admit(key(visitor, "said")).map(VisitorRates::refusal);
  }

  Optional<HttpReply> refusedRead(Visitor visitor) {
    return reads.admit(key(visitor, "read")).map(VisitorRates::refusal);
  }

  Optional<HttpReply> refusedSession(WidgetChannel channel, String address) {
    String from = Ulids.named(channel.id().value() + "\n" + address);
    return sessions
        .admit(channel.channel().merchantId() + "#" + from + "#sessions")
        .map(VisitorRates::refusal);
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
