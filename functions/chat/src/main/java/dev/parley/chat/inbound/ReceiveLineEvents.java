package dev.parley.chat.inbound;

import dev.parley.chat.forward.RelayCalls;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.Ids;
import dev.parley.json.MalformedJson;
import dev.parley.platforms.line.LineSignature;
import dev.parley.platforms.line.LineWebhookBody;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a call of LINE's webhook: verifies it, queues each of its events and the whole of it for
 * those that it is forwarded to. While its channel is known it reads no table.
 */
public final class ReceiveLineEvents {
  private final ConnectedChannels channels;
  private final QueueEvents queue;
  private final RelayCalls relay;

  public ReceiveLineEvents(ConnectedChannels channels, QueueEvents queue, RelayCalls relay) {
    this.channels = channels;
    this.queue = queue;
    this.relay = relay;
  }

  /**
   * @param body the bytes exactly as they were received
   * @param forwarded whether one of ours forwarded it: it goes no further, or it could go for ever
   */
  public WebhookOutcome events(
      ChannelId id, @Nullable String signature, byte[] body, boolean forwarded, Ids ids) {
    Optional<ConnectedChannel> channel = channels.find(id);
    if (channel.isEmpty()) {
      return new WebhookOutcome.UnknownChannel();
    }
    Optional<ConnectedChannel> signer =
        signature == null
            ? Optional.empty()
            : channel
                .filter(known -> isSigned(known, signature, body))
                .or(() -> channels.findFresh(id).filter(now -> isSigned(now, signature, body)));
    return signer
        .map(known -> queued(known, body, forwarded, ids))
        .orElseGet(WebhookOutcome.BadSignature::new);
  }

  private static boolean isSigned(ConnectedChannel channel, String signature, byte[] body) {
    return switch (channel.credentials()) {
      case ChannelCredentials.Line line ->
          LineSignature.matches(line.channelSecret(), body, signature);
      case ChannelCredentials.Meta meta -> false;
      case ChannelCredentials.Widget widget -> false;
    };
  }

  private WebhookOutcome queued(ConnectedChannel channel, byte[] body, boolean forwarded, Ids ids) {
    try {
      WebhookOutcome outcome =
          LineWebhookBody.events(body)
              .map(events -> queue.queue(channel.channel(), events, ids))
              .orElseGet(() -> new WebhookOutcome.NoEvents("The body has no list \"events\"."));
      if (outcome instanceof WebhookOutcome.Queued queued && queued.count() > 0 && !forwarded) {
        relay.relay(channel, body, ids);
      }
      return outcome;
    } catch (MalformedJson e) {
      return new WebhookOutcome.NoEvents("The body is not JSON: " + e.getMessage());
    }
  }
}
