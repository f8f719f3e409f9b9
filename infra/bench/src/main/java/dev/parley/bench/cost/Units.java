package dev.parley.bench.cost;

/**
 * What a flow asks of AWS: requests and units of each service.
 *
 * @param api requests to the HTTP API
 * @param invocations of functions
 * @param gigabyteSeconds that functions ran
 * @param fifo requests to FIFO queues
 * @param standard requests to standard queues
 * @param reads DynamoDB's read units
 * @param writes DynamoDB's write units
 * @param keys requests to KMS
 * @param logBytes written to logs
 */
record Units(
    double api,
    double invocations,
    double gigabyteSeconds,
    double fifo,
    double standard,
    double reads,
    double writes,
    double keys,
    double logBytes) {
  static final Units NONE = new Units(0, 0, 0, 0, 0, 0, 0, 0, 0);

  static Units apiRequests(double count) {
    return new Units(count, count, 0, 0, 0, 0, 0, 0, 0);
  }

  static Units invocations(double count) {
    return new Units(0, count, 0, 0, 0, 0, 0, 0, 0);
  }

  static Units fifo(double count) {
    return new Units(0, 0, 0, count, 0, 0, 0, 0, 0);
  }

  static Units standard(double count) {
    return new Units(0, 0, 0, 0, count, 0, 0, 0, 0);
  }

  static Units reads(double count) {
    return new Units(0, 0, 0, 0, 0, count, 0, 0, 0);
  }

  static Units writes(double count) {
    return new Units(0, 0, 0, 0, 0, 0, count, 0, 0);
  }

  Units plus(Units other) {
    return new Units(
        api + other.api,
        invocations + other.invocations,
        gigabyteSeconds + other.gigabyteSeconds,
        fifo + other.fifo,
        standard + other.standard,
        reads + other.reads,
        writes + other.writes,
        keys + other.keys,
        logBytes + other.logBytes);
  }

  Units times(double factor) {
    return new Units(
        api * factor,
        invocations * factor,
        gigabyteSeconds * factor,
        fifo * factor,
        standard * factor,
        reads * factor,
        writes * factor,
        keys * factor,
        logBytes * factor);
  }

  /** Requests and units together, whatever each costs; neither time nor bytes. */
  double count() {
    return api + invocations + fifo + standard + reads + writes + keys;
  }

  double dollarsOfApi() {
    return api * Prices.API_REQUEST;
  }

  double dollarsOfLambda() {
    return invocations * Prices.INVOCATION + gigabyteSeconds * Prices.GIGABYTE_SECOND;
  }

  double dollarsOfQueues() {
    return fifo * Prices.FIFO_QUEUE_REQUEST + standard * Prices.STANDARD_QUEUE_REQUEST;
  }

  double dollarsOfTables() {
    return reads * Prices.READ_UNIT + writes * Prices.WRITE_UNIT;
  }

  double dollarsOfKeys() {
    return keys * Prices.KEY_REQUEST;
  }

  double dollarsOfLogs() {
    return logBytes * Prices.LOG_BYTE;
  }

  /** Dollars for a million of them. */
  double dollars() {
    return dollarsOfApi()
        + dollarsOfLambda()
        + dollarsOfQueues()
        + dollarsOfTables()
        + dollarsOfKeys()
        + dollarsOfLogs();
  }
}
