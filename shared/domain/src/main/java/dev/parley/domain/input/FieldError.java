package dev.parley.domain.input;

/**
 * One thing that is wrong with an input.
 *
 * @param pointer where, as a JSON pointer ({@code /items/0/quantity}); for a query parameter its
 *     name alone
 * @param detail what would be right, in words ({@code must be at least 1})
 */
public record FieldError(String pointer, String detail) {}
