package dev.parley.platforms.meta;

import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Attachments;
import dev.parley.domain.conversation.MessageContent.Location;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the messages of Messenger and Instagram say. */
final class MessagingContents {
  private MessagingContents() {}

  static MessageContent of(JsonObject message) {
    String text = message.text("text");
    List<JsonObject> attachments = message.objects("attachments");
    if (message.isTrue("is_unsupported")) {
      return new Unknown("unsupported");
    }
    List<Media> media =
        attachments.stream().map(MessagingContents::media).flatMap(Optional::stream).toList();
    if (!media.isEmpty() && media.size() == attachments.size()) {
      return text == null && media.size() == 1 ? media.getFirst() : new Attachments(text, media);
    }
    if (text != null && !text.isBlank()) {
      return new Text(text);
    }
    return attachments.isEmpty() ? new Unknown("message") : other(attachments.getFirst());
  }

  private static Optional<Media> media(JsonObject attachment) {
    MediaKind kind =
        switch (attachment.text("type", "")) {
          case "image", "story_mention", "share" -> MediaKind.IMAGE;
          case "video", "ig_reel", "reel" -> MediaKind.VIDEO;
          case "audio" -> MediaKind.AUDIO;
          case "file" -> MediaKind.FILE;
          default -> null;
        };
    String url = attachment.object("payload").text("url");
    return kind == null || url == null
        ? Optional.empty()
        : Optional.of(new Media(kind, null, url, null, null, null));
  }

  private static MessageContent other(JsonObject attachment) {
    String type = attachment.text("type", "attachment");
    MessageContent place = type.equals("location") ? place(attachment) : null;
    return place == null ? new Unknown(type) : place;
  }

  private static @Nullable MessageContent place(JsonObject attachment) {
    JsonObject coordinates = attachment.object("payload").object("coordinates");
    BigDecimal latitude = coordinates.number("lat");
    BigDecimal longitude = coordinates.number("long");
    return latitude == null || longitude == null
        ? null
        : new Location(
            attachment.text("title"), null, latitude.toPlainString(), longitude.toPlainString());
  }
}
