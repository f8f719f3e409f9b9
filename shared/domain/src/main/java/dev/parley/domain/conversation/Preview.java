package dev.parley.domain.conversation;

/** The line that a list of conversations shows of a message. */
public final class Preview {
  private static final int MOST = 120;

  private Preview() {}

  /** Returns the beginning of a text, or the kind in brackets where there is no text. */
  public static String of(MessageContent content) {
    return switch (content) {
      case MessageContent.Text text -> beginning(text.text());
      case MessageContent.Sticker sticker when sticker.text() != null -> beginning(sticker.text());
      case MessageContent.ProductCards cards when cards.text() != null -> beginning(cards.text());
      case MessageContent.Attachments several when several.text() != null ->
          beginning(several.text());
      case MessageContent.Basket basket when basket.text() != null -> beginning(basket.text());
      case MessageContent.Template template -> bracketed(template.name());
      case MessageContent.Unknown unknown -> bracketed(unknown.rawType());
      default -> bracketed(MessageKind.of(content).wireName());
    };
  }

  private static String bracketed(String kind) {
    return "[" + beginning(kind) + "]";
  }

  private static String beginning(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= MOST ? text : text.substring(0, text.offsetByCodePoints(0, MOST - 1)) + "…";
  }
}
