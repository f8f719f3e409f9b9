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

  /**
   * Several pictures, films, sounds or files, or one with words.
   *
   * @param text what was said with them, if anything
   */
  record Attachments(@Nullable String text, List<Media> media) implements MessageContent {
    public Attachments {
      media = List.copyOf(media);
    }
  }

  /**
   * A message whose words the platform has approved before.
   *
   * @param language as the platform names it, such as {@code zh_TW}
   * @param parameters what stands in its places, in their order
   */
  record Template(String name, String language, List<String> parameters) implements MessageContent {
    public Template {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * What a person put together from a catalogue to order it.
   *
   * @param catalogId the platform's id of the catalogue
   * @param text what was said with it, if anything
   */
  record Basket(@Nullable String catalogId, @Nullable String text, List<BasketItem> items)
      implements MessageContent {
    public Basket {
      items = List.copyOf(items);
    }
  }

  /**
   * A line of a basket.
   *
   * @param retailerId what the catalogue calls the product
   * @param price of one, as a decimal number in plain notation, in the currency
   * @param currency an ISO 4217 code
   */
  record BasketItem(
      String retailerId, long quantity, @Nullable String price, @Nullable String currency) {}

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
