package dev.parley.chat.outbound;

import dev.parley.domain.channel.ChannelHealth.Trouble;
import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.conversation.ReplyWindow;
import dev.parley.domain.conversation.ReplyWindow.AlternativeKind;
import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SendOutcome;
import dev.parley.domain.outbound.SentMessages;
import dev.parley.domain.outbound.SentMessages.Claim;
import dev.parley.domain.outbound.SentMessages.State;
import dev.parley.platforms.Platforms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands a message to its platform: as a reply, free of cost, while the reply token is young; as a
 * push otherwise. A push can be repeated where the platform knows it again, a reply can't: when
 * nobody knows what became of what can't be repeated, the message fails as that, for a person to
 * decide.
 */
public final class DispatchMessages {
  private static final int REPLIES = 3;
  private static final String UNAVAILABLE = "platformUnavailable";
  private static final String WAITING = "retrying";

  private final SentMessages sent;
  private final Platform platform;
  private final ChannelSigns signs;
  private final InstantSource clock;
  private final int mostReceives;

  /**
   * @param mostReceives after how many deliveries the queue gives a message up
   */
  public DispatchMessages(
      SentMessages sent,
      Platform platform,
      ChannelSigns signs,
      InstantSource clock,
      int mostReceives) {
    this.sent = sent;
    this.platform = platform;
    this.signs = signs;
    this.clock = clock;
    this.mostReceives = mostReceives;
  }

  /**
   * @param receiveCount how often the queue has delivered the message, this time included
   */
  public void dispatch(OutboundMessage message, int receiveCount) {
    State state = sent.state(message).orElse(new State(Status.QUEUED, null));
    if (state.status() == Status.FAILED && !UNAVAILABLE.equals(state.failureCode())) {
      return;
    }
    if (state.status().isFinal() && state.status() != Status.FAILED) {
      sent.showAsLast(message, clock.instant());
    } else if (!platform.isConnected(message)) {
      fail(message, "channelRemoved", "The channel is not connected any more.");
    } else if (Failure.SENDING.equals(state.failureCode())) {
      outcomeUnknown(message, endedEarly(message));
    } else if (state.failureCode() != null) {
      push(message, receiveCount); // It got past the reply at an earlier delivery.
    } else {
      begin(message, receiveCount);
    }
  }

  private void begin(OutboundMessage message, int receiveCount) {
    ReplyToken token = message.replyToken();
    boolean young = token != null && clock.instant().isBefore(token.usableUntil());
    if (token == null || (!young && receiveCount == 1)) {
      push(message, receiveCount);
      return;
    }
    Claim claim = sent.takeReplyToken(message, clock.instant());
    if (young && claim != Claim.GONE) {
      reply(message, token.value(), claim == Claim.TAKEN_BEFORE, receiveCount);
    } else if (claim == Claim.TAKEN_BEFORE) {
      outcomeUnknown(message, endedEarly(message));
    } else {
      push(message, receiveCount);
    }
  }

  private static String endedEarly(OutboundMessage message) {
    return "An earlier try ended before " + platform(message) + "'s answer was kept.";
  }

  private static String platform(OutboundMessage message) {
    return message.channelType().platform();
  }

  private void reply(OutboundMessage message, String token, boolean tried, int receiveCount) {
    reply(message, token, tried, REPLIES, receiveCount);
  }

  /**
   * @param tried whether an earlier call may have used the token: that it is refused after that may
   *     as well be for its age, or because the platform broke while it used it
   * @param left how many calls may still be made
   */
  private void reply(
      OutboundMessage message, String token, boolean tried, int left, int receiveCount) {
    if (left == 0) {
      outcomeUnknown(message, platform(message) + " broke off while it took the reply.");
      return;
    }
    Instant handed = clock.instant();
    SendOutcome outcome = platform.reply(message, token);
    switch (outcome) {
      case SendOutcome.OutcomeUnknown broken -> reply(message, token, true, left - 1, receiveCount);
      case SendOutcome.NotNow busy when tried ->
          reply(message, token, true, left - 1, receiveCount);
      case SendOutcome.InvalidReplyToken used when tried ->
          outcomeUnknown(
              message, platform(message) + " broke off a reply and then refused its token.");
      case SendOutcome.NotNow busy -> push(message, receiveCount);
      case SendOutcome.InvalidReplyToken refused -> push(message, receiveCount);
      default -> settle(new Handed(message, handed, true), outcome, receiveCount);
    }
  }

  private void push(OutboundMessage message, int receiveCount) {
    if (platform.knowsAgain(message)) {
      Handed handed = new Handed(message, clock.instant(), false);
      settle(handed, platform.push(message), receiveCount);
    } else {
      pushOnce(message, receiveCount);
    }
  }

  /**
   * Notes first that the message is on its way: a delivery that dies leaves its outcome unknown.
   */
  private void pushOnce(OutboundMessage message, int receiveCount) {
    sent.noteDelay(
        message, Failure.of(Failure.SENDING, "It is on its way to " + platform(message) + "."));
    Handed handed = new Handed(message, clock.instant(), false);
    SendOutcome outcome = platform.push(message);
    if (outcome instanceof SendOutcome.OutcomeUnknown broken) {
      outcomeUnknown(message, broken.reason() + ".");
    } else {
      settle(handed, outcome, receiveCount);
    }
  }

  /**
   * A message that was handed to its platform.
   *
   * @param at just before: whatever the platform tells of it later has a later time
   * @param shown whether the conversation shows the message already
   */
  private record Handed(OutboundMessage message, Instant at, boolean shown) {}

  private void settle(Handed handed, SendOutcome outcome, int receiveCount) {
    OutboundMessage message = handed.message();
    switch (outcome) {
      case SendOutcome.Accepted taken -> accepted(handed, taken.platformMessageId());
      case SendOutcome.WindowClosed closed ->
          sent.markFailed(
              message, new Failure("replyWindowClosed", closed.reason(), alternatives(message)));
      case SendOutcome.Rejected refused -> fail(message, "rejected", refused.reason());
      case SendOutcome.InvalidReplyToken refused ->
          fail(message, "rejected", "The reply token is invalid.");
      case SendOutcome.CredentialsRejected refused ->
          failChannel(message, Trouble.CREDENTIALS_REJECTED, refused.reason());
      case SendOutcome.MonthlyLimit limit -> failChannel(message, "monthlyLimit", limit.reason());
      case SendOutcome.NotNow busy -> later(message, busy.reason(), receiveCount);
      case SendOutcome.OutcomeUnknown broken -> later(message, broken.reason(), receiveCount);
    }
  }

  private void accepted(Handed handed, @Nullable String platformId) {
    OutboundMessage message = handed.message();
    sent.markSent(message, platformId, handed.at());
    if (!handed.shown()) {
      sent.showAsLast(message, handed.at());
    }
    signs.sent(message.channelId());
  }

  /** Returns what the platform may still take: its own refusal doesn't say until when. */
  private static List<String> alternatives(OutboundMessage message) {
    ReplyWindow window = Platforms.replyWindow(message.channelType());
    List<String> kinds = new ArrayList<>();
    if (window.humanAgent().isPositive() && !message.humanAgent()) {
      kinds.add(AlternativeKind.HUMAN_AGENT.wireName());
    }
    if (window.templates()) {
      kinds.add(AlternativeKind.TEMPLATE.wireName());
    }
    return kinds;
  }

  private void outcomeUnknown(OutboundMessage message, String reason) {
    fail(message, Failure.OUTCOME_UNKNOWN, reason + " The customer may have got the message.");
  }

  private void fail(OutboundMessage message, String code, String reason) {
    sent.markFailed(message, Failure.of(code, reason));
  }

  private void failChannel(OutboundMessage message, String code, String reason) {
    fail(message, code, reason);
    signs.failed(message.channelId(), code, reason);
  }

  /**
   * Leaves the message in the queue; at its last delivery it fails and goes to the dead letters.
   */
  private void later(OutboundMessage message, String reason, int receiveCount) {
    if (receiveCount >= mostReceives) {
      failChannel(message, UNAVAILABLE, reason);
      throw new PermanentFault("The platform did not take the message: " + reason);
    }
    sent.noteDelay(message, Failure.of(WAITING, reason));
    throw new TransientFault("The platform does not take the message now: " + reason);
  }
}
