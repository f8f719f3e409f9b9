package dev.parley.chat.outbound;

import dev.parley.aws.http.Fields;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.ReplyWindow.AlternativeKind;
import dev.parley.domain.outbound.Limits;
import dev.parley.platforms.Platforms;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an agent wants to say, read from a request: a text, an attachment by its address, or a
 * template.
 *
 * @param humanAgent whether the agent says to the platform that a person answers by hand
 */
public record MessageInput(MessageContent content, boolean humanAgent) {
  private static final int MOST_URL = 2000;
  private static final int MOST_TEXT = 100_000;
  private static final String TEXT = "text";
  private static final String ATTACHMENT = "attachment";
  static final String TEMPLATE = "template";
  private static final List<String> KINDS = List.of(TEXT, ATTACHMENT, TEMPLATE);
  private static final String HUMAN_AGENT = AlternativeKind.HUMAN_AGENT.wireName();

  /** Reads the fields, refusing all that is wrong at once. */
  public static MessageInput read(Fields fields, ChannelType type) {
    List<String> given = KINDS.stream().filter(fields::has).toList();
    if (given.isEmpty()) {
      fields.error(TEXT, "is required, or an attachment or a template");
    }
    given.stream()
        .skip(1)
        .forEach(name -> fields.error(name, "can't be combined with " + given.getFirst()));
    MessageContent text = fields.has(TEXT) ? text(fields) : null;
    MessageContent attachment =
        fields.has(ATTACHMENT) ? attachment(fields, Platforms.limits(type)) : null;
    MessageContent template = fields.has(TEMPLATE) ? TemplateInput.read(fields, type) : null;
    boolean humanAgent = humanAgent(fields, type);
    fields.done();
    return new MessageInput(
        Stream.of(text, attachment, template).filter(Objects::nonNull).findFirst().orElseThrow(),
        humanAgent);
  }

  /** Reads the way: but for the platform's usual one it has to be asked for. */
  private static boolean humanAgent(Fields fields, ChannelType type) {
    String way =
        fields.optionalChoice(
            "way", HUMAN_AGENT, name -> Optional.of(name).filter(HUMAN_AGENT::equals));
    if (way != null && !Platforms.replyWindow(type).humanAgent().isPositive()) {
      fields.error("way", "is no way on " + type.platform());
    }
    if (way != null && fields.has(TEMPLATE)) {
      fields.error("way", "can't be combined with a template");
    }
    return way != null;
  }

  private static MessageContent text(Fields fields) {
    return new MessageContent.Text(fields.text(TEXT, MOST_TEXT));
  }

  private static @Nullable MessageContent attachment(Fields fields, Limits limits) {
    Fields attachment = fields.optionalObject(ATTACHMENT);
    if (attachment == null) {
      return null;
    }
    if (!attachment.has("kind")) {
      attachment.error("kind", "is required");
    }
    MediaKind kind =
        attachment.optionalChoice("kind", "image, video, audio, file", MessageInput::kind);
    String url = attachment.text("url", MOST_URL);
    boolean secure = kind == MediaKind.IMAGE && limits.securePictures();
    if (!url.isBlank() && !isWebAddress(url, secure)) {
      attachment.error("url", "must be an " + (secure ? "https" : "http or https") + " URL");
    }
    return new Media(kind == null ? MediaKind.FILE : kind, null, url, null, null, null);
  }

  private static Optional<MediaKind> kind(String name) {
    for (MediaKind kind : MediaKind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static boolean isWebAddress(String url, boolean secure) {
    try {
      URI uri = URI.create(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      return uri.getHost() != null
          && (scheme.equals("https") || (scheme.equals("http") && !secure));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
