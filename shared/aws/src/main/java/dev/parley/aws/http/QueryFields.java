package dev.parley.aws.http;

import dev.parley.domain.input.FieldError;
import dev.parley.domain.page.PageRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request read strictly: what is wrong is collected, and {@link #done}
 * refuses all of it at once, parameters that were not asked for included. An empty parameter counts
 * as absent; one that is wrong reads as {@code null}, or as a value that is never used.
 */
public final class QueryFields {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 100;

  /** The longest hold the key of an entry of a table, in base64. */
  private static final int LONGEST_CURSOR = 1500;

  private final Map<String, String> query;
  private final Set<String> known = new HashSet<>();
  private final List<FieldError> errors = new ArrayList<>();

  QueryFields(Map<String, String> query) {
    this.query = query;
  }

  public @Nullable String text(String name) {
    known.add(name);
    String value = query.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** Reads a value; the rule is told when the reader finds none. */
  public <T> @Nullable T value(String name, String rule, Function<String, Optional<T>> reader) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    Optional<T> read = reader.apply(text);
    if (read.isEmpty()) {
      error(name, rule);
    }
    return read.orElse(null);
  }

  /** Reads {@code limit}, or returns what stands for it. */
  public int limit(int most, int otherwise) {
    Integer limit =
        value(
            "limit",
            "must be from 1 to " + most,
            text ->
                text.matches("[1-9]\\d{0,5}") && Integer.parseInt(text) <= most
                    ? Optional.of(Integer.valueOf(text))
                    : Optional.empty());
    return limit == null ? otherwise : limit;
  }

  /** Reads {@code cursor}; the reader returns empty for one that no page can have given. */
  public <T> @Nullable T cursor(Function<String, Optional<T>> reader) {
    return value(
        BadInput.CURSOR,
        BadInput.CURSOR_RULE,
        text -> text.length() > LONGEST_CURSOR ? Optional.empty() : reader.apply(text));
  }

  /** Reads {@code limit} (1 to 100, default 50) and {@code cursor}. */
  public PageRequest page() {
    return page(MOST);
  }

  public PageRequest page(int most) {
    return new PageRequest(limit(most, DEFAULT_LIMIT), cursor(Optional::of));
  }

  public void error(String name, String detail) {
    errors.add(new FieldError(name, detail));
  }

  /** Returns whether the parameter, when it is there, is right. */
  public boolean isRight(String name) {
    return errors.stream().noneMatch(error -> error.pointer().equals(name));
  }

  /** Refuses the request when anything was wrong. */
  public void done() {
    for (String name : query.keySet()) {
      if (!known.contains(name)) {
        error(name, "is not a query parameter of this route");
      }
    }
    if (!errors.isEmpty()) {
      throw new BadInput(errors);
    }
  }
}
