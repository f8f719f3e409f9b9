package dev.parley.local.gateway;

/** A function's instance as the gateway sees it: whoever calls with its access key. */
public interface Caller {
  /** The logical id of the function. */
  String function();

  /** False once it crashed or timed out: its calls are refused without effect. */
  boolean alive();

  /** Ends what it is doing on the spot, as a killed sandbox would. */
  void crash();
}
