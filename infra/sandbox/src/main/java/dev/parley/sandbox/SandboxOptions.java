package dev.parley.sandbox;

import java.time.InstantSource;

/** How a sandbox starts: its loopback port (0 is any free one) and the time that it sees. */
public record SandboxOptions(int port, InstantSource clock) {}
