package dev.parley.bench.cost;

import static dev.parley.bench.cost.Units.apiRequests;
import static dev.parley.bench.cost.Units.fifo;
import static dev.parley.bench.cost.Units.invocations;
import static dev.parley.bench.cost.Units.reads;
import static dev.parley.bench.cost.Units.standard;
import static dev.parley.bench.cost.Units.writes;

/**
 * What each flow can't do without. The items are small: one write unit each, unless it says more.
 */
final class FewestUnits {
  /** A moved index key is two units: one entry goes, one comes. */
  private static final Units PLACE_IN_INBOX = writes(2);

  /** In a transaction each write is two units. */
  private static final int IN_TRANSACTION = 2;

  /** Evidence and what the credit counts for. */
  private static final int CREDIT_KIBIBYTES = 2;

  private FewestUnits() {}

  /** The API, the webhook's function, the queue; the message with its raw event, the head. */
  static Units inbound(double batch) {
    return apiRequests(1)
        .plus(fifo(1))
        .plus(consumed(batch))
        .plus(writes(1))
        .plus(writes(1))
        .plus(PLACE_IN_INBOX);
  }

  /** Who asks: the key with agent and merchant in one item, read strongly. */
  private static Units agentsRequest() {
    return apiRequests(1).plus(reads(1));
  }

  /** One receive and one delete for a batch, and the function's invocation. */
  private static Units consumed(double batch) {
    return invocations(1).plus(fifo(2)).times(1 / batch);
  }

  /**
   * The conversation, the queue, the message as queued; its state before it is sent, so that it is
   * sent once; sent together with the cell it counts in; the head that shows it.
   */
  static Units text(double batch) {
    return agentsRequest()
        .plus(reads(1))
        .plus(fifo(1))
        .plus(writes(1))
        .plus(consumed(batch))
        .plus(reads(1))
        .plus(writes(IN_TRANSACTION))
        .plus(cells(1))
        .plus(writes(1))
        .plus(PLACE_IN_INBOX);
  }

  /**
   * On a platform that knows no message again: a text's, and the note before it goes out that it
   * does, so that it never goes out twice; then what the platform tells of it, a call each, which
   * moves something that is kept.
   *
   * @param told how many times
   * @param reads what it takes to find which message is meant
   */
  static Units toldText(int told, double reads, double batch) {
    Units telling =
        apiRequests(1).plus(fifo(1)).plus(consumed(1)).plus(writes(1)).plus(reads(reads));
    return text(batch).plus(writes(1)).plus(telling.times(told));
  }

  /** A text's, the products, the referral with its place under the contact, the products' cells. */
  static Units cards(int products, double batch) {
    return text(batch)
        .plus(reads(products * 0.5))
        .plus(writes(2 * referralKibibytes(products)))
        .plus(cells(products));
  }

  private static Units cells(int count) {
    return writes(IN_TRANSACTION * count);
  }

  /** Its own facts are 0.6 KiB, a product's id and address 0.1. */
  private static int referralKibibytes(int products) {
    return products <= 4 ? 1 : 2;
  }

  /** Half a read for the link, the queue, the fact and two cells: the sale's and the product's. */
  static Units click(double batch) {
    return apiRequests(1)
        .plus(reads(0.5))
        .plus(standard(1))
        .plus(invocations(1).plus(standard(2)).times(1 / batch))
        .plus(writes(IN_TRANSACTION))
        .plus(cells(2));
  }

  /**
   * The order; the referral of its token; what else its person was sent and opened, which may lead
   * as well; the order noted with its person, for clicks that come late; the credit with its
   * evidence and its place among the month's credits; cells of all orders, the sale, the product.
   */
  static Units creditedOrder(double batch) {
    return agentsRequest()
        .plus(writes(1))
        .plus(invocations(1).times(1 / batch))
        .plus(reads(0.5))
        .plus(reads(0.5 + 1 + 1))
        .plus(writes(1))
        .plus(writes(IN_TRANSACTION * CREDIT_KIBIBYTES))
        .plus(writes(CREDIT_KIBIBYTES))
        .plus(cells(3));
  }

  /** Cells of the sales and of all orders, the prices of messages. */
  static Units report() {
    return agentsRequest().plus(reads(1 + 1 + 0.5));
  }

  /** A page of the index, and the heads that it shows. */
  static Units inboxList(int shown) {
    return agentsRequest().plus(reads(0.5)).plus(reads(shown * 0.5));
  }
}
