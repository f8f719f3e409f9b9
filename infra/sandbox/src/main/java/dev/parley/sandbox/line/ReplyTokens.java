package dev.parley.sandbox.line;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The reply tokens given out: each works once, for one channel, for a minute. */
final class ReplyTokens {
  private record Issued(String channelId, String chatId, Instant occurred, Instant received) {
    boolean aliveAt(Instant now) {
      return !now.isAfter(received.plus(LIFE)) && !now.isAfter(occurred.plus(LIFE_OF_EVENT));
    }
  }

  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final Duration LIFE_OF_EVENT = Duration.ofMinutes(20);

  private final InstantSource clock;
  private final Map<String, Issued> unused = new HashMap<>();

  ReplyTokens(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void issue(String token, String channelId, String chatId, Instant occurred) {
    unused.put(token, new Issued(channelId, chatId, occurred, clock.instant()));
  }

  /** A redelivered event gives its token a new minute, unless it is used. */
  synchronized void renew(String token) {
    unused.computeIfPresent(
        token, (t, i) -> new Issued(i.channelId(), i.chatId(), i.occurred(), clock.instant()));
  }

  /** Uses the token up: the chat to answer in, or nothing if it can't be used. */
  synchronized Optional<String> use(String token, String channelId) {
    Issued issued = unused.get(token);
    if (issued == null
        || !issued.channelId().equals(channelId)
        || !issued.aliveAt(clock.instant())) {
      return Optional.empty();
    }
    unused.remove(token);
    return Optional.of(issued.chatId());
  }
}
