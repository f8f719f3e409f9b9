package dev.parley.domain.channel;

import java.util.Locale;
import java.util.Optional;

/** The kinds of chat channels. */
public enum ChannelType {
  LINE("LINE"),
  MESSENGER("Messenger"),
  INSTAGRAM("Instagram"),
  WHATSAPP("WhatsApp"),
  WIDGET("Website widget");

  private final String platform;

  /**
   * @param platform what people call the platform
   */
  ChannelType(String platform) {
    this.platform = platform;
  }

  /** Returns what people call the platform. */
  public String platform() {
    return platform;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ChannelType> named(String wireName) {
    for (ChannelType type : values()) {
      if (type.wireName().equals(wireName)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
