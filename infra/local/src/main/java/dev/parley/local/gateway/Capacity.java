package dev.parley.local.gateway;

/** Read and write units that a call to a table consumed. */
record Capacity(double readUnits, double writeUnits) {
  static final Capacity NONE = new Capacity(0, 0);

  static Capacity read(double units) {
    return new Capacity(units, 0);
  }

  static Capacity write(double units) {
    return new Capacity(0, units);
  }
}
