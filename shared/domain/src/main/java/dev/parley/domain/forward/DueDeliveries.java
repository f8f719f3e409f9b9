package dev.parley.domain.forward;

import dev.parley.domain.parking.Waiting;

/**
 * Kept deliveries whose time for another try has come. One that is released is looked at again in a
 * while, in case the queue's message should get lost.
 */
public interface DueDeliveries extends Waiting<ForwardJob.Again> {}
