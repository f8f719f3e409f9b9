package dev.parley.aws.http;

import dev.parley.domain.input.FieldError;
import java.util.List;

/**
 * Input that the edge refuses with 400, all of what is wrong with it at once; {@link HttpHandler}
 * answers it.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  public BadInput(List<FieldError> errors) {
    this("The request has " + errors.size() + (errors.size() == 1 ? " error" : " errors"), errors);
  }

  public BadInput(String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.errors = List.copyOf(errors);
  }

  public List<FieldError> errors() {
    return errors;
  }
}
