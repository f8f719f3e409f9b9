package dev.parley.domain.inbound;

import dev.parley.domain.parking.Parked;

/** Events that the inbound queue could not take. */
public interface ParkedEvents extends Parked<ReceivedEvent> {}
