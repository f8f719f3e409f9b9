package dev.parley.aws.http;

/** An id in a path that nothing of ours can have; {@link HttpHandler} answers it with 404. */
public final class UnknownId extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownId() {
    super("Nothing can have the id", null, false, false);
  }
}
