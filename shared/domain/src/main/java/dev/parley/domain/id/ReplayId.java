package dev.parley.domain.id;

/** Names a run that replays events ({@code rpl_…}). */
public record ReplayId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
