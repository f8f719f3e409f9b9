package dev.parley.sandbox.meta;

/** Ends a call to the Graph API at the first thing that is wrong with it, as Meta does. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient GraphError error;

  public Refused(GraphError error) {
    super(error.message());
    this.error = error;
  }

  public GraphError error() {
    return error;
  }
}
