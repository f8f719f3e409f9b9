package dev.parley.domain.forward;

import dev.parley.domain.parking.Parked;

/** Deliveries that the queue could not take. */
public interface ParkedForwards extends Parked<ForwardJob> {}
