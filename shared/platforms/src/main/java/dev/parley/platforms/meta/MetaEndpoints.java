package dev.parley.platforms.meta;

/**
 * Where Meta's APIs lie.
 *
 * @param graph the base URL of the Graph API that pages and WhatsApp numbers are reached by
 * @param instagram the base URL of the one that Instagram accounts are reached by
 */
public record MetaEndpoints(String graph, String instagram) {}
