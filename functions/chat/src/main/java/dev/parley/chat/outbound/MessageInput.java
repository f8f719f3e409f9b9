package dev.parley.chat.outbound;

import dev.parley.aws.http.Fields;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.outbound.Limits;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an agent wants to say, read from a request: a text, or an attachment by its address. */
public record MessageInput(MessageContent content) {
  private static final int MOST_URL = 2000;
  private static final int MOST_TEXT = 100_000;
  private static final String TEXT = "text";
  private static final String ATTACHMENT = "attachment";

  /** Reads the fields, refusing all that is wrong at once. */
  public static MessageInput read(Fields fields, Limits limits) {
    boolean hasText = fields.has(TEXT);
    boolean hasAttachment = fields.has(ATTACHMENT);
    if (hasText && hasAttachment) {
      fields.error(ATTACHMENT, "can't be combined with text");
    }
    if (!hasText && !hasAttachment) {
      fields.error(TEXT, "is required, or an attachment");
    }
    MessageContent text = hasText ? text(fields) : null;
    MessageContent attachment = hasAttachment ? attachment(fields, limits) : null;
    fields.done();
    return new MessageInput(text != null ? text : attachment != null ? attachment : nothing());
  }

  /** Stands where a refused input would be; {@link Fields#done} has thrown before. */
  private static MessageContent nothing() {
    throw new IllegalStateException("Neither text nor attachment");
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
