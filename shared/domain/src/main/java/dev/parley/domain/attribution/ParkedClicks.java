package dev.parley.domain.attribution;

import dev.parley.domain.parking.Parked;

/** Clicks that their queue could not take. */
public interface ParkedClicks extends Parked<Click> {}
