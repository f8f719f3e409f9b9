package dev.parley.platforms.line;

/**
 * Where LINE's API is.
 *
 * @param api {@code https://api.line.me}
 * @param data {@code https://api-data.line.me}
 */
public record LineEndpoints(String api, String data) {}
