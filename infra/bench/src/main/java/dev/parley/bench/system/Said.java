package dev.parley.bench.system;

/**
 * What one person says.
 *
 * @param number tells the event from all others of the channel
 * @param user the platform's id of the person
 * @param at by the platform's clock, in milliseconds
 */
public record Said(int number, String user, String text, long at) {}
