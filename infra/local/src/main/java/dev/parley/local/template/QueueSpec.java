package dev.parley.local.template;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue as the template has it.
 *
 * @param attributes as its creation takes them
 */
public record QueueSpec(String name, Map<String, String> attributes) {
  public boolean fifo() {
    return "true".equals(attributes.get("FifoQueue"));
  }

  public Duration visibilityTimeout() {
    return Duration.ofSeconds(Long.parseLong(attributes.getOrDefault("VisibilityTimeout", "30")));
  }

  public Duration delay() {
    return Duration.ofSeconds(Long.parseLong(attributes.getOrDefault("DelaySeconds", "0")));
  }

  /** The name of its dead-letter queue. */
  public @Nullable String deadLetterQueue() {
    String policy = attributes.get("RedrivePolicy");
    if (policy == null) {
      return null;
    }
    int start = policy.indexOf("arn:aws:sqs:");
    return start < 0
        ? null
        : PhysicalNames.nameIn(policy.substring(start, policy.indexOf('"', start)));
  }
}
