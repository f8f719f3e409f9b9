package dev.parley.domain.outbound;

import java.util.List;

/**
 * A message in a platform's own form.
 *
 * @param messages what the platform gets, one JSON object each
 * @param cuts what its limits made shorter
 */
public record CompiledMessage(List<String> messages, List<Cut> cuts) {
  public CompiledMessage {
    messages = List.copyOf(messages);
    cuts = List.copyOf(cuts);
  }
}
