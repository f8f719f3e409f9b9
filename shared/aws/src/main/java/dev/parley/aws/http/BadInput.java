package dev.parley.aws.http;

import dev.parley.domain.input.FieldError;
import java.util.List;

/**
 * Input that the edge refuses with 400, all of what is wrong with it at once; {@link HttpHandler}
 * answers it.
 */
public final class BadInput extends RuntimeException {
  static final String CURSOR = "cursor";
  static final String CURSOR_RULE = "must be a cursor of this list";

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  public BadInput(List<FieldError> errors) {
    this("The request has " + errors.size() + (errors.size() == 1 ? " error" : " errors"), errors);
  }

  public BadInput(String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.errors = List.copyOf(errors);
  }

  /** Returns the refusal of a cursor that no page of the list has given. */
  public static BadInput cursor() {
    return new BadInput(List.of(new FieldError(CURSOR, CURSOR_RULE)));
  }

  public List<FieldError> errors() {
    return errors;
  }
}
