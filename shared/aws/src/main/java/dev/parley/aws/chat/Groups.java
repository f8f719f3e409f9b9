package dev.parley.aws.chat;

import dev.parley.domain.id.Ulids;
import java.util.HexFormat;

/** Names that a FIFO queue takes for groups and for telling repeated messages. */
final class Groups {
  private static final int MOST = 128;

  private Groups() {}

  /** Returns the name itself, or its digest when it is too long or has other characters. */
  static String named(String name) {
    boolean allowed =
        !name.isEmpty() && name.length() <= MOST && name.chars().allMatch(c -> c > ' ' && c < 127);
    return allowed ? name : HexFormat.of().formatHex(Ulids.sha256(name));
  }
}
