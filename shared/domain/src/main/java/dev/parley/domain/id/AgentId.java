package dev.parley.domain.id;

/** Names an agent ({@code agt_…}). */
public record AgentId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
