package dev.parley.domain.inbound;

/** Reads a platform's events; what it doesn't know becomes an unknown kind, never a fault. */
public interface EventTranslator {
  InboundEvent translate(ReceivedEvent event);
}
