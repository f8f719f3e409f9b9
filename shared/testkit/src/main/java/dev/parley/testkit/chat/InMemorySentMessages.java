package dev.parley.testkit.chat;

import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SentMessages;
import dev.parley.domain.report.Count;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far messages have come, in memory. */
public final class InMemorySentMessages implements SentMessages {
  private final Map<MessageId, State> states = new HashMap<>();
  private final Map<String, MessageId> takenTokens = new HashMap<>();
  private final List<Count> counted = new ArrayList<>();

  public List<Count> counted() {
    return List.copyOf(counted);
  }

  @Override
  public Optional<State> state(OutboundMessage message) {
    return Optional.ofNullable(states.get(message.id()));
  }

  @Override
  public Claim takeReplyToken(OutboundMessage message, Instant at) {
    var token = message.replyToken();
    if (token == null) {
      return Claim.GONE;
    }
    MessageId taker = takenTokens.putIfAbsent(token.value(), message.id());
    if (taker == null) {
      return Claim.TAKEN;
    }
    return taker.equals(message.id()) ? Claim.TAKEN_BEFORE : Claim.GONE;
  }

  @Override
  public boolean markSent(OutboundMessage message, @Nullable String platformMessageId, Instant at) {
    if (isSent(message)) {
      return false;
    }
    states.put(message.id(), new State(Status.SENT, null));
    counted.addAll(message.counts());
    return true;
  }

  private boolean isSent(OutboundMessage message) {
    State state = states.get(message.id());
    return state != null && state.status() == Status.SENT;
  }

  @Override
  public void showAsLast(OutboundMessage message, Instant at) {}

  @Override
  public void markFailed(OutboundMessage message, Failure failure) {
    keep(message, new State(Status.FAILED, failure.code()));
  }

  @Override
  public void noteDelay(OutboundMessage message, Failure reason) {
    keep(message, new State(Status.QUEUED, reason.code()));
  }

  private void keep(OutboundMessage message, State state) {
    if (!isSent(message)) {
      states.put(message.id(), state);
    }
  }
}
