package dev.parley.aws.queue;

/**
 * One delivery of one message of a queue.
 *
 * @param queue the name of the queue
 * @param group the FIFO group; empty in a standard queue
 * @param receiveCount how often it was delivered, this time included
 * @param sequenceNumber the FIFO queue's own number, rising within the group, as 20 digits; {@code
 *     0} in a standard queue
 */
public record Delivery(
    String queue,
    String messageId,
    String body,
    String group,
    int receiveCount,
    String sequenceNumber) {}
