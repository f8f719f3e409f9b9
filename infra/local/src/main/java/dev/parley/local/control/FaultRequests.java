package dev.parley.local.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.local.gateway.Fault;
import dev.parley.local.gateway.PlatformEndpoint;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Faults as {@code POST /_local/faults} describes them. */
final class FaultRequests {
  private static final Set<String> FIELDS =
      Set.of("service", "operation", "function", "when", "nth", "count", "error");
  private static final Set<String> SERVICES = services();

  private FaultRequests() {}

  private static Set<String> services() {
    Set<String> services = new TreeSet<>(PlatformEndpoint.wireNames());
    services.addAll(Set.of("dynamodb", "sqs", "events", "kms", "s3", "ses"));
    return services;
  }

  static Fault read(JsonNode body) {
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw new BadControlCall("a fault has no field " + name);
              }
            });
    String service = body.path("service").asText();
    if (!SERVICES.contains(service)) {
      throw new BadControlCall("service must be one of " + SERVICES);
    }
    return new Fault(
        service,
        text(body, "operation"),
        text(body, "function"),
        choice(Fault.When.class, body, "when"),
        atLeastOne(body, "nth"),
        atLeastOne(body, "count"),
        choice(Fault.Failure.class, body, "error"));
  }

  private static @Nullable String text(JsonNode body, String field) {
    return body.hasNonNull(field) ? body.path(field).asText() : null;
  }

  private static int atLeastOne(JsonNode body, String field) {
    int number = body.path(field).asInt(1);
    if (number < 1) {
      throw new BadControlCall(field + " must be at least 1");
    }
    return number;
  }

  private static <E extends Enum<E>> E choice(Class<E> type, JsonNode body, String field) {
    String given = body.path(field).asText();
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                new BadControlCall(
                    field
                        + " must be one of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(one -> one.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
  }
}
