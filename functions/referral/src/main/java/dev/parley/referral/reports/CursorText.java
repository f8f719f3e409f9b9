package dev.parley.referral.reports;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a cursor says, as letters and digits that a query can carry. */
final class CursorText {
  private CursorText() {}

  static String of(String said) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(said.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns what the cursor says, or empty when it can't be one. */
  static Optional<String> read(String cursor) {
    if (!cursor.matches("[A-Za-z0-9_-]+") || cursor.length() % 4 == 1) {
      return Optional.empty();
    }
    return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
  }
}
