package dev.parley.local;

/** The demo shop: its id, and the API keys of its owner and of an agent. */
public record Demo(String merchantId, String ownerKey, String agentKey) {}
