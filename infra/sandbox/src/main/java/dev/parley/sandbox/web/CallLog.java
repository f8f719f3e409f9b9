package dev.parley.sandbox.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;

/** The latest calls that a simulated platform received, newest last. */
public final class CallLog {
  private static final int KEPT = 20_000;

  private final Deque<ObjectNode> calls = new ArrayDeque<>();

  public synchronized void add(ObjectNode call) {
    if (calls.size() == KEPT) {
      calls.removeFirst();
    }
    calls.add(call);
  }

  public synchronized ArrayNode all() {
    return Json.array().addAll(calls);
  }

  public synchronized void clear() {
    calls.clear();
  }
}
