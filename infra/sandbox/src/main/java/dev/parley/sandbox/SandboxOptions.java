package dev.parley.sandbox;

import java.net.InetAddress;
import java.time.InstantSource;

/** How a sandbox starts: its address and port (0 is any free one) and the time that it sees. */
public record SandboxOptions(InetAddress address, int port, InstantSource clock) {
  /** Within this machine alone. */
  public SandboxOptions(int port, InstantSource clock) {
    this(InetAddress.getLoopbackAddress(), port, clock);
  }
}
