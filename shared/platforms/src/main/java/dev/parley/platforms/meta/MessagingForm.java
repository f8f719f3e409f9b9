package dev.parley.platforms.meta;

import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.outbound.CardCompiler;
import dev.parley.domain.outbound.CompiledMessage;
import dev.parley.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts messages into the form that Messenger and Instagram take, within their limits.
 *
 * @param files whether files can be attached; where they can't, they go as links
 */
public record MessagingForm(boolean files) implements CardCompiler {
  @Override
  public CompiledMessage compile(ProductCards cards, String locale) {
    List<String> messages = new ArrayList<>();
    String text = cards.text();
    if (text != null && !text.isBlank()) {
      messages.add(text(text));
    }
    GenericTemplate template = new GenericTemplate(cards.cards(), locale);
    messages.add(template.json());
    return new CompiledMessage(messages, template.cuts());
  }

  /** Returns the message, or empty when there is no form for such a content. */
  public Optional<CompiledMessage> compile(MessageContent content, String locale) {
    return switch (content) {
      case Text text -> Optional.of(plain(text(text.text())));
      case Media media -> Optional.ofNullable(media.url()).map(url -> plain(media(media, url)));
      case ProductCards cards -> Optional.of(compile(cards, locale));
      default -> Optional.empty();
    };
  }

  private static CompiledMessage plain(String message) {
    return new CompiledMessage(List.of(message), List.of());
  }

  private static String text(String text) {
    return JsonWriter.text(w -> w.field("text", text));
  }

  private String media(Media media, String url) {
    return media.kind() == MediaKind.FILE && !files
        ? text(url)
        : JsonWriter.text(
            w ->
                w.object(
                    "attachment",
                    attachment ->
                        attachment
                            .field("type", media.kind().name().toLowerCase(Locale.ROOT))
                            .object("payload", payload -> payload.field("url", url))));
  }
}
