package dev.parley.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function as the template has it.
 *
 * @param handler class name of the handler
 * @param environment the variables, intrinsics resolved
 * @param maxConcurrency how many instances run at most
 * @param retries of asynchronous invocations
 * @param failureQueue where an asynchronous event goes that failed for good
 */
public record FunctionSpec(
    String logicalId,
    String handler,
    Map<String, String> environment,
    Duration timeout,
    int memoryMegabytes,
    int maxConcurrency,
    int retries,
    @Nullable String failureQueue,
    List<Trigger> triggers,
    Place place) {}
