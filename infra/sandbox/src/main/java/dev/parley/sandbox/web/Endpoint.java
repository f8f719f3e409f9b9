package dev.parley.sandbox.web;

/** Whatever answers a request. */
@FunctionalInterface
public interface Endpoint {
  Response answer(Request request);
}
