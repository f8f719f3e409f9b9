package dev.parley.platforms.line;

import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.outbound.CardCompiler;
import dev.parley.domain.outbound.CompiledMessage;
import dev.parley.json.JsonWriter;
import dev.parley.platforms.text.Graphemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts messages into the form that LINE takes, within its limits. */
public final class LineMessages implements CardCompiler {
  private static final int MOST_URL = 2000;

  @Override
  public CompiledMessage compile(ProductCards cards, String locale) {
    List<String> messages = new ArrayList<>();
    String text = cards.text();
    if (text != null && !text.isBlank()) {
      messages.add(text(text));
    }
    LineCarousel carousel = new LineCarousel(cards.cards(), locale);
    messages.add(carousel.json());
    return new CompiledMessage(messages, carousel.cuts());
  }

  /** Returns the message, or empty when LINE has no form for such a content. */
  public Optional<CompiledMessage> compile(MessageContent content, String locale) {
    return switch (content) {
      case Text text -> Optional.of(plain(text(text.text())));
      case Media media -> Optional.ofNullable(media.url()).map(url -> plain(media(media, url)));
      case ProductCards cards -> Optional.of(compile(cards, locale));
      case MessageContent.Sticker sticker -> Optional.of(plain(sticker(sticker)));
      case MessageContent.Location place -> Optional.of(plain(location(place)));
      case MessageContent.Attachments several -> Optional.empty();
      case MessageContent.Template template -> Optional.empty();
      case MessageContent.Basket basket -> Optional.empty();
      case MessageContent.Unknown unknown -> Optional.empty();
    };
  }

  private static CompiledMessage plain(String message) {
    return new CompiledMessage(List.of(message), List.of());
  }

  private static String text(String text) {
    return JsonWriter.text(w -> w.field("type", "text").field("text", text));
  }

  /**
   * A picture goes as one. LINE takes a film only with a preview picture, a sound only with its
   * length, and no file at all; these go as links.
   */
  private static String media(Media media, String url) {
    boolean picture = media.kind() == MediaKind.IMAGE && isSecure(url) && url.length() <= MOST_URL;
    return picture
        ? JsonWriter.text(
            w ->
                w.field("type", "image")
                    .field("originalContentUrl", url)
                    .field("previewImageUrl", url))
        : text(url);
  }

  static boolean isSecure(String url) {
    return url.regionMatches(true, 0, "https://", 0, 8);
  }

  private static String sticker(MessageContent.Sticker sticker) {
    return JsonWriter.text(
        w ->
            w.field("type", "sticker")
                .field("packageId", sticker.packageId())
                .field("stickerId", sticker.stickerId()));
  }

  private static String location(MessageContent.Location place) {
    String coordinates = place.latitude() + ", " + place.longitude();
    String title = place.title() == null ? coordinates : place.title();
    String address = place.address() == null ? coordinates : place.address();
    return JsonWriter.text(
        w ->
            w.field("type", "location")
                .field("title", Graphemes.cut(title, 100))
                .field("address", Graphemes.cut(address, 100))
                .raw("latitude", place.latitude())
                .raw("longitude", place.longitude()));
  }
}
