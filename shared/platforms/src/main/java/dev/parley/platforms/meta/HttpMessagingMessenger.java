package dev.parley.platforms.meta;

import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.Profile;
import dev.parley.domain.inbound.Profiles;
import dev.parley.domain.outbound.CompiledMessage;
import dev.parley.domain.outbound.Messenger;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SendOutcome;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.platforms.http.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Messenger or Instagram over HTTP. They know no message again, so each goes out once; what became
 * of it when the answer is lost, the echo of it tells.
 */
public final class HttpMessagingMessenger implements Messenger, Profiles {
  private static final Duration PROFILE = Duration.ofMillis(1500);

  private final ChannelType type;
  private final GraphApi graph;
  private final MessagingForm form;
  private final String picture;

  /**
   * @param base where its Graph API lies
   * @param picture the field of a person's picture
   */
  public HttpMessagingMessenger(ChannelType type, String base, MessagingForm form, String picture) {
    this.type = type;
    this.graph = new GraphApi(base, type.platform());
    this.form = form;
    this.picture = picture;
  }

  @Override
  public SendOutcome reply(ConnectedChannel channel, OutboundMessage message, String replyToken) {
    return push(channel, message);
  }

  @Override
  public SendOutcome push(ConnectedChannel channel, OutboundMessage message) {
    return form.compile(message.content(), message.locale())
        .map(compiled -> push(channel, message, compiled))
        .orElseGet(
            () ->
                new SendOutcome.Rejected(
                    type.platform() + " has no form for this kind of message"));
  }

  private SendOutcome push(
      ConnectedChannel channel, OutboundMessage message, CompiledMessage compiled) {
    ChannelCredentials.Meta account = account(channel);
    List<String> parts = compiled.messages();
    return InParts.send(
        parts.size(),
        i -> {
          String reference = OwnReference.of(message, i, parts.size());
          String body = body(message, withReference(parts.get(i), reference));
          return GraphAnswers.outcome(
              graph.send(account.accountId(), account.accessToken(), body),
              answer -> answer.text("message_id"));
        });
  }

  private static String body(OutboundMessage message, String part) {
    return JsonWriter.text(
        w -> {
          w.object("recipient", to -> to.field("id", message.recipient()));
          if (message.humanAgent()) {
            w.field("messaging_type", "MESSAGE_TAG").field("tag", "HUMAN_AGENT");
          } else {
            w.field("messaging_type", "RESPONSE");
          }
          w.raw("message", part);
        });
  }

  /** Adds the reference to an object that is not empty. */
  private static String withReference(String part, String reference) {
    String metadata = JsonWriter.text(w -> w.field("metadata", reference));
    return part.substring(0, part.length() - 1) + "," + metadata.substring(1);
  }

  private ChannelCredentials.Meta account(ConnectedChannel channel) {
    if (channel.credentials() instanceof ChannelCredentials.Meta meta && meta.type() == type) {
      return meta;
    }
    throw new PermanentFault("The channel is not one of " + type.platform() + "'s");
  }

  @Override
  public Duration knownAgain() {
    return Duration.ZERO;
  }

  @Override
  public Optional<Profile> find(ConnectedChannel channel, Source source) {
    String token = account(channel).accessToken();
    return switch (graph.read(source.id(), "name," + picture, token, PROFILE)) {
      case Answer.Answered answered -> profile(answered);
      case Answer.NotReached lost -> throw new TransientFault(lost.reason());
      case Answer.Silent silent -> throw new TransientFault(silent.reason());
    };
  }

  private Optional<Profile> profile(Answer.Answered answered) {
    JsonObject body = MetaJson.object(answered.body());
    if (answered.status() == 200) {
      return Optional.ofNullable(body.text("name"))
          .map(name -> new Profile(name, body.text(picture)));
    }
    if (answered.status() >= 500 || answered.status() == 429) {
      throw new TransientFault(type.platform() + " answered " + answered.status());
    }
    throw new PermanentFault(type.platform() + " answered " + answered.status());
  }
}
