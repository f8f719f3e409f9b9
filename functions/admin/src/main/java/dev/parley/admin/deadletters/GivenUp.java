package dev.parley.admin.deadletters;

import dev.parley.domain.deadletter.DeadLetters.Original;

/**
 * A message in a dead-letter queue.
 *
 * @param queue the name of the dead-letter queue
 * @param messageId as the queue that gave it up named it
 */
public record GivenUp(String queue, String messageId, Original original) {}
