package dev.parley.testkit.chat;

import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.outbound.Messenger;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SendOutcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A platform that answers what it was told to, and keeps what it was asked. */
public final class ScriptedMessenger implements Messenger {
  private final Queue<SendOutcome> answers = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private Duration knownAgain = Duration.ofHours(24);

  public ScriptedMessenger answering(SendOutcome... outcomes) {
    answers.addAll(List.of(outcomes));
    return this;
  }

  /** Lets the platform know no push again. */
  public void forgetAtOnce() {
    knownAgain = Duration.ZERO;
  }

  /** Returns the ways in which messages were handed over: {@code reply} or {@code push}. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public SendOutcome reply(ConnectedChannel channel, OutboundMessage message, String replyToken) {
    return answer("reply");
  }

  @Override
  public SendOutcome push(ConnectedChannel channel, OutboundMessage message) {
    return answer("push");
  }

  @Override
  public Duration knownAgain() {
    return knownAgain;
  }

  private SendOutcome answer(String way) {
    calls.add(way);
    return answers.remove();
  }
}
