package dev.parley.sandbox.line.message;

/** One thing that is wrong with a request: what, and where as LINE names the place. */
public record Problem(String message, String property) {}
