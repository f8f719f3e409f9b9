package dev.parley.domain.forward;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of events that a merchant's systems can be told of. */
public enum EventType {
  MESSAGE_RECEIVED("message.received"),
  MESSAGE_SENT("message.sent"),
  MESSAGE_FAILED("message.failed"),
  CONTACT_CHANGED("contact.changed");

  private final String wireName;

  EventType(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  public static Optional<EventType> named(String wireName) {
    return Arrays.stream(values()).filter(type -> type.wireName.equals(wireName)).findFirst();
  }
}
