package dev.parley.local.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A table as the template has it.
 *
 * @param create the request that makes it
 * @param expiryAttribute the attribute of its time to live
 */
public record TableSpec(String name, ObjectNode create, @Nullable String expiryAttribute) {
  public boolean streams() {
    return create.has("StreamSpecification");
  }
}
