package dev.parley.admin.agents;

/** What is to change of an agent; the rest stays. */
public interface AgentPatch {
  AgentDetails applyTo(AgentDetails details);
}
