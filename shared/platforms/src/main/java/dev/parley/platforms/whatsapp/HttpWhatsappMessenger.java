package dev.parley.platforms.whatsapp;

import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.Profile;
import dev.parley.domain.inbound.Profiles;
import dev.parley.domain.outbound.CompiledMessage;
import dev.parley.domain.outbound.Messenger;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SendOutcome;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.platforms.meta.GraphAnswers;
import dev.parley.platforms.meta.GraphApi;
import dev.parley.platforms.meta.InParts;
import dev.parley.platforms.meta.OwnReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp over HTTP. It knows no message again, so each goes out once; what became of it when the
 * answer is lost, its statuses tell. It tells nothing about people but in its events.
 */
public final class HttpWhatsappMessenger implements Messenger, Profiles {
  private static final String NO_FORM = "WhatsApp has no form for this kind of message";

  private static final Pattern PHONE = Pattern.compile("[0-9]+");
  private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}[.](ENT[.])?[0-9A-Za-z]+");

  private final GraphApi graph;
  private final WhatsappForm form = new WhatsappForm();

  /**
   * @param graph where the Graph API lies
   */
  public HttpWhatsappMessenger(String graph) {
    this.graph = new GraphApi(graph, ChannelType.WHATSAPP.platform());
  }

  @Override
  public SendOutcome reply(ConnectedChannel channel, OutboundMessage message, String replyToken) {
    return push(channel, message);
  }

  @Override
  public SendOutcome push(ConnectedChannel channel, OutboundMessage message) {
    return form.compile(message.content(), message.locale())
        .map(compiled -> push(channel, message, compiled))
        .orElseGet(() -> new SendOutcome.Rejected(NO_FORM));
  }

  private SendOutcome push(
      ConnectedChannel channel, OutboundMessage message, CompiledMessage compiled) {
    if (!(channel.credentials() instanceof ChannelCredentials.Whatsapp number)) {
      throw new PermanentFault("The channel is not one of WhatsApp's");
    }
    List<String> parts = compiled.messages();
    return InParts.send(
        parts.size(),
        i -> {
          String reference = OwnReference.of(message, i, parts.size());
          String body = body(message.recipient(), reference, parts.get(i));
          return GraphAnswers.outcome(
              graph.send(number.accountId(), number.accessToken(), body),
              HttpWhatsappMessenger::messageId);
        });
  }

  private static @Nullable String messageId(JsonObject body) {
    List<JsonObject> messages = body.objects("messages");
    return messages.isEmpty() ? null : messages.getFirst().text("id");
  }

  /** What is neither a phone number nor a user id is a group's. */
  private static String body(String to, String reference, String part) {
    String frame =
        JsonWriter.text(
            w -> {
              w.field("messaging_product", "whatsapp");
              if (PHONE.matcher(to).matches()) {
                w.field("recipient_type", "individual").field("to", "+" + to);
              } else if (USER_ID.matcher(to).matches()) {
                w.field("recipient_type", "individual").field("recipient", to);
              } else {
                w.field("recipient_type", "group").field("to", to);
              }
              w.field("biz_opaque_callback_data", reference);
            });
    return frame.substring(0, frame.length() - 1) + "," + part.substring(1);
  }

  @Override
  public Duration knownAgain() {
    return Duration.ZERO;
  }

  @Override
  public Optional<Profile> find(ConnectedChannel channel, Source source) {
    return Optional.empty();
  }
}
