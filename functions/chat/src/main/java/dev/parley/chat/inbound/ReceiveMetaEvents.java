package dev.parley.chat.inbound;

import dev.parley.chat.inbound.QueueEvents.Addressed;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.Ids;
import dev.parley.json.MalformedJson;
import dev.parley.platforms.meta.AccountEvent;
import dev.parley.platforms.meta.MessagingBody;
import dev.parley.platforms.meta.MetaSignature;
import dev.parley.platforms.webhook.HmacSha256;
import dev.parley.platforms.whatsapp.WhatsappBody;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a call of a webhook of Messenger, Instagram or WhatsApp: verifies it and queues each of
 * its events. While its channels are known it reads no table.
 */
public final class ReceiveMetaEvents {
  private final ConnectedChannels channels;
  private final QueueEvents queue;

  public ReceiveMetaEvents(ConnectedChannels channels, QueueEvents queue) {
    this.channels = channels;
    this.queue = queue;
  }

  /**
   * Returns whether the token is the channel's, which Meta asks for when a webhook is set up; empty
   * when there is no such channel.
   */
  public Optional<Boolean> knowsVerifyToken(ChannelType type, ChannelId id, String token) {
    return channels
        .find(id)
        .filter(channel -> isOf(type, channel))
        .map(
            known ->
                find(id, known, meta -> HmacSha256.isSame(meta.verifyToken(), token)).isPresent());
  }

  /**
   * @param body the bytes exactly as they were received
   */
  public WebhookOutcome events(
      ChannelType type, ChannelId id, @Nullable String signature, byte[] body, Ids ids) {
    Optional<ConnectedChannel> channel = channels.find(id).filter(found -> isOf(type, found));
    if (channel.isEmpty()) {
      return new WebhookOutcome.UnknownChannel();
    }
    return find(id, channel.get(), meta -> MetaSignature.matches(meta.appSecret(), body, signature))
        .map(signer -> queued(signer, body, ids))
        .orElseGet(WebhookOutcome.BadSignature::new);
  }

  private static boolean isOf(ChannelType type, ConnectedChannel channel) {
    return channel.channel().type() == type
        && channel.credentials() instanceof ChannelCredentials.Meta;
  }

  /** Returns the channel as it is known, or as it stands, if its credentials fit. */
  private Optional<ConnectedChannel> find(
      ChannelId id, ConnectedChannel known, Predicate<ChannelCredentials.Meta> fits) {
    return Optional.of(known)
        .filter(channel -> fits(channel, fits))
        .or(() -> channels.findFresh(id).filter(fresh -> fits(fresh, fits)));
  }

  private static boolean fits(
      ConnectedChannel channel, Predicate<ChannelCredentials.Meta> predicate) {
    return channel.credentials() instanceof ChannelCredentials.Meta meta && predicate.test(meta);
  }

  private WebhookOutcome queued(ConnectedChannel channel, byte[] body, Ids ids) {
    try {
      return events(channel.channel().type(), body)
          .map(events -> queue.queue(addressed(channel, events), ids))
          .orElseGet(() -> new WebhookOutcome.NoEvents("The body has no list \"entry\"."));
    } catch (MalformedJson e) {
      return new WebhookOutcome.NoEvents("The body is not JSON: " + e.getMessage());
    }
  }

  private static Optional<List<AccountEvent>> events(ChannelType type, byte[] body)
      throws MalformedJson {
    return type == ChannelType.WHATSAPP ? WhatsappBody.events(body) : MessagingBody.events(body);
  }

  private List<Addressed> addressed(ConnectedChannel channel, List<AccountEvent> events) {
    return events.stream()
        .map(event -> new Addressed(channelOf(channel, event.accountId()), event.event()))
        .toList();
  }

  /** One app's call may tell of other accounts; those of strangers stay with the channel. */
  private Channel channelOf(ConnectedChannel channel, @Nullable String accountId) {
    if (accountId == null
        || !(channel.credentials() instanceof ChannelCredentials.Meta own)
        || own.accountId().equals(accountId)) {
      return channel.channel();
    }
    return channels
        .findOf(channel.channel(), accountId)
        .filter(other -> fits(other, meta -> meta.appSecret().equals(own.appSecret())))
        .map(ConnectedChannel::channel)
        .orElse(channel.channel());
  }
}
