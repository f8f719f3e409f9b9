package dev.parley.domain.inbound;

/** Reads one platform's events; what it doesn't know becomes an unknown kind, never a fault. */
public interface EventTranslator {
  InboundEvent translate(ReceivedEvent event);

  /** Returns the platform's id of an event that came before, from its JSON as it was kept. */
  String eventId(String raw);
}
