package dev.parley.platforms.forward;

import java.io.IOException;

/** A host stands for an address that merchants may not reach. */
final class NotPublic extends IOException {
  private static final long serialVersionUID = 1L;
}
