package dev.parley.domain.inbound;

/** Finds the one conversation of a person whom a platform calls by several ids. */
public interface Senders {
  /**
   * Returns the id that the conversation goes by: the one under which it began, whichever of the
   * person's ids the event carries.
   */
  String find(ReceivedEvent received, InboundEvent.Source source);
}
