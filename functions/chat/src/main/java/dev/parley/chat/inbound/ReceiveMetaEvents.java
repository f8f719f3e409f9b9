package dev.parley.chat.inbound;

import dev.parley.chat.inbound.QueueEvents.Addressed;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.Ids;
import dev.parley.domain.inbound.RawEvent;
import dev.parley.json.JsonSlices;
import dev.parley.json.JsonWriter;
import dev.parley.json.MalformedJson;
import dev.parley.platforms.meta.AccountEvent;
import dev.parley.platforms.meta.MessagingBody;
import dev.parley.platforms.meta.MetaJson;
import dev.parley.platforms.meta.MetaSignature;
import dev.parley.platforms.webhook.HmacSha256;
import dev.parley.platforms.whatsapp.WhatsappBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a call of a webhook of Messenger, Instagram or WhatsApp: verifies it and queues each of
 * its events. While its channels are known it reads no table.
 */
public final class ReceiveMetaEvents {
  private static final int BEGINNING = 10_000;

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
      String object = JsonSlices.ofValue(body, "object");
      if (object != null && !object.equals(objectOf(channel.channel().type()))) {
        return new WebhookOutcome.UnknownChannel();
      }
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

  /** Returns what calls of the platform say that they are about; another's don't belong here. */
  private static String objectOf(ChannelType type) {
    return switch (type) {
      case MESSENGER -> "\"page\"";
      case INSTAGRAM -> "\"instagram\"";
      case WHATSAPP -> "\"whatsapp_business_account\"";
      case LINE, WIDGET -> throw new IllegalStateException("Not one of Meta's");
    };
  }

  private List<Addressed> addressed(ConnectedChannel channel, List<AccountEvent> events) {
    return events.stream().map(event -> addressed(channel, event)).toList();
  }

  /**
   * One app's call may tell of other accounts. Those of strangers stay with the channel that was
   * called, but in none of its conversations.
   */
  private Addressed addressed(ConnectedChannel channel, AccountEvent told) {
    RawEvent event = told.event();
    String accountId = told.accountId();
    if (accountId == null || isOf(accountId, channel)) {
      return new Addressed(channel.channel(), carried(event));
    }
    return other(channel, accountId)
        .map(other -> new Addressed(other.channel(), carried(event)))
        .orElseGet(() -> new Addressed(channel.channel(), carried(strangers(accountId, event))));
  }

  private static boolean isOf(String accountId, ConnectedChannel channel) {
    return fits(channel, meta -> meta.accountId().equals(accountId));
  }

  private Optional<ConnectedChannel> other(ConnectedChannel channel, String accountId) {
    return channel.credentials() instanceof ChannelCredentials.Meta own
        ? channels
            .findOf(channel.channel(), accountId)
            .filter(found -> fits(found, meta -> meta.appSecret().equals(own.appSecret())))
        : Optional.empty();
  }

  private static RawEvent strangers(String accountId, RawEvent event) {
    return nobodys(JsonWriter.text(w -> w.field("stranger", accountId).raw("event", event.json())));
  }

  /** What is larger than the queue carries says so, and takes no neighbour along. */
  private static RawEvent carried(RawEvent event) {
    int bytes = event.json().getBytes(StandardCharsets.UTF_8).length;
    if (bytes <= QueueEvents.MOST_EVENT_BYTES) {
      return event;
    }
    String beginning = event.json().substring(0, Math.min(BEGINNING, event.json().length()));
    return nobodys(
        JsonWriter.text(
            w ->
                w.object(
                    "tooLarge",
                    large -> large.field("bytes", bytes).field("beginning", beginning))));
  }

  private static RawEvent nobodys(String json) {
    return new RawEvent(MetaJson.digest(json), null, json);
  }
}
