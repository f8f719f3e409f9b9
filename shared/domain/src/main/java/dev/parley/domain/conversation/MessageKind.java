package dev.parley.domain.conversation;

import java.util.Optional;

/** The kinds of messages by which they are shown. */
public enum MessageKind {
  TEXT("text"),
  IMAGE("image"),
  VIDEO("video"),
  AUDIO("audio"),
  FILE("file"),
  STICKER("sticker"),
  LOCATION("location"),
  PRODUCT_CARDS("productCards"),
  TEMPLATE("template"),
  BASKET("basket"),
  UNKNOWN("unknown");

  private final String wireName;

  MessageKind(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  public static Optional<MessageKind> named(String wireName) {
    for (MessageKind kind : values()) {
      if (kind.wireName.equals(wireName)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  public static MessageKind of(MessageContent content) {
    return switch (content) {
      case MessageContent.Text text -> TEXT;
      case MessageContent.Media media -> of(media.kind());
      case MessageContent.Attachments several -> of(several.media().getFirst().kind());
      case MessageContent.Template template -> TEMPLATE;
      case MessageContent.Basket basket -> BASKET;
      case MessageContent.Sticker sticker -> STICKER;
      case MessageContent.Location location -> LOCATION;
      case MessageContent.ProductCards cards -> PRODUCT_CARDS;
      case MessageContent.Unknown unknown -> UNKNOWN;
    };
  }

  private static MessageKind of(MessageContent.MediaKind kind) {
    return switch (kind) {
      case IMAGE -> IMAGE;
      case VIDEO -> VIDEO;
      case AUDIO -> AUDIO;
      case FILE -> FILE;
    };
  }
}
