package dev.parley.local.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it reached the HTTP API.
 *
 * @param rawPath as sent, still encoded
 * @param rawQuery as sent, or null
 * @param headers names as sent, values in the order in which they came
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpRequest(
    String method,
    String rawPath,
    @Nullable String rawQuery,
    Map<String, List<String>> headers,
    byte[] body) {}
