package dev.parley.domain.conversation;

import dev.parley.domain.catalog.ProductCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message says, in whatever kind it is. */
public sealed interface MessageContent {
  /** Plain text. */
  record Text(String text) implements MessageContent {}

  /**
   * A picture, film, sound or file.
   *
   * @param contentId what fetches it from the platform, when the platform keeps it
   * @param url where it lies, when it lies outside of the platform
   * @param durationMillis how long a film or sound plays
   */
  record Media(
      MediaKind kind,
      @Nullable String contentId,
      @Nullable String url,
      @Nullable String fileName,
      @Nullable Long sizeBytes,
      @Nullable Long durationMillis)
      implements MessageContent {}

  /** A sticker; the platform's keywords say what it shows. */
  record Sticker(String packageId, String stickerId, List<String> keywords, @Nullable String text)
      implements MessageContent {
    public Sticker {
      keywords = List.copyOf(keywords);
    }
  }

  /**
   * A place; degrees of latitude and longitude as decimal text, exactly as the platform gave them.
   */
  record Location(
      @Nullable String title, @Nullable String address, String latitude, String longitude)
      implements MessageContent {}

  /**
   * Product cards, each with its tracked link.
   *
   * @param text said before the cards, if anything
   */
  record ProductCards(@Nullable String text, List<ProductCard> cards) implements MessageContent {
    public ProductCards {
      cards = List.copyOf(cards);
    }
  }

  /**
   * Something this version has no kind for; it is kept whole in the message's raw event.
   *
   * @param rawType what the platform calls it
   */
  record Unknown(String rawType) implements MessageContent {}

  /** The kinds of media. */
  enum MediaKind {
    IMAGE,
    VIDEO,
    AUDIO,
    FILE
  }
}
