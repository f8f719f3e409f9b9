package dev.parley.bench.system;

/**
 * A call of a webhook, ready to be sent.
 *
 * @param header what carries the signature
 */
public record SignedCall(String path, String header, String signature, String body) {}
