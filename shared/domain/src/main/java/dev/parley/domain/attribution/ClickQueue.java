package dev.parley.domain.attribution;

/** Where clicks wait to be recorded. */
public interface ClickQueue {
  void add(Click click);
}
