package dev.parley.chat.forward;

import dev.parley.aws.http.Fields;
import dev.parley.domain.forward.EventType;
import dev.parley.domain.forward.TargetRule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what an owner says of an endpoint, refusing all that is wrong at once. */
final class EndpointInput {
  private static final String URL = "url";
  private static final String EVENTS = "events";
  private static final int MOST_URL = 10_000;
  private static final String TYPES =
      Arrays.stream(EventType.values()).map(EventType::wireName).collect(Collectors.joining(", "));

  private final TargetRule rule;
  private final Fields fields;

  EndpointInput(TargetRule rule, Fields fields) {
    this.rule = rule;
    this.fields = fields;
  }

  String url() {
    String url = fields.text(URL, MOST_URL);
    check(URL, url);
    return url;
  }

  @Nullable String optionalUrl() {
    return fields.names(URL) ? url() : null;
  }

  private void check(String name, String url) {
    if (!url.isBlank()) {
      rule.problem(url).ifPresent(problem -> fields.error(name, problem));
    }
  }

  List<String> events() {
    List<String> events = fields.texts(EVENTS, 1, 50);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < events.size(); i++) {
      if (EventType.named(events.get(i)).isEmpty()) {
        fields.error(EVENTS + "/" + i, "must be one of " + TYPES);
      } else if (!seen.add(events.get(i))) {
        fields.error(EVENTS + "/" + i, "appears twice");
      }
    }
    return events;
  }

  @Nullable List<String> optionalEvents() {
    return fields.names(EVENTS) ? events() : null;
  }

  /** Returns whether the endpoint is to be on; {@code null} when that isn't said. */
  @Nullable Boolean active() {
    return fields.optionalChoice(
        "status",
        "active, disabled",
        name ->
            switch (name) {
              case "active" -> Optional.of(true);
              case "disabled" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** Reads the addresses of a channel's forwards. */
  List<String> urls(int most) {
    List<String> urls = fields.texts("urls", 0, most);
    if (!fields.has("urls")) {
      fields.error("urls", "is required");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < urls.size(); i++) {
      String at = "urls/" + i;
      if (urls.get(i).isBlank()) {
        fields.error(at, "must not be blank");
      } else if (!seen.add(urls.get(i))) {
        fields.error(at, "appears twice");
      }
      check(at, urls.get(i));
    }
    return urls;
  }
}
