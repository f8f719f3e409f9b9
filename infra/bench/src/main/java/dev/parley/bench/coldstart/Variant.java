package dev.parley.bench.coldstart;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A handler to be started.
 *
 * @param twin the name of the variant that it is compared with; its own name when it is the measure
 * @param taskRoot what is unpacked in its sandbox
 * @param environment what the template gives it
 * @param within the command that its sandbox is started within
 * @param event makes an event for a call
 * @param status that it answers with
 */
record Variant(
    String name,
    String twin,
    String handler,
    Path taskRoot,
    Map<String, String> environment,
    List<String> within,
    Supplier<byte[]> event,
    int status) {}
