package dev.parley.bench.cost;

/**
 * What AWS asks, in dollars per million, us-east-1, on demand, as of 2026-11. DynamoDB's streams
 * are free to Lambda.
 */
final class Prices {
  static final double API_REQUEST = 1.00;
  static final double INVOCATION = 0.20;

  /** A second of one GB on arm64. */
  static final double GIGABYTE_SECOND = 13.3334;

  static final double STANDARD_QUEUE_REQUEST = 0.40;
  static final double FIFO_QUEUE_REQUEST = 0.50;

  /** A strong read of 4 KiB; an eventual one is half a unit. */
  static final double READ_UNIT = 0.125;

  /** A write of 1 KiB; in a transaction it is two units. */
  static final double WRITE_UNIT = 0.625;

  static final double KEY_REQUEST = 3.00;

  /** A million bytes of log at 0.50 a GB. */
  static final double LOG_BYTE = 0.0005;

  private Prices() {}
}
