package dev.parley.domain.conversation;

/**
 * How far a platform says that one of our messages has come; what comes late never moves it back.
 */
public enum Progress {
  /** The platform has it. */
  SENT(0),
  /** The platform took it and could not deliver it. */
  FAILED(1),
  DELIVERED(2),
  READ(3);

  private final int rank;

  Progress(int rank) {
    this.rank = rank;
  }

  /** Returns a number that rises as it moves forward. */
  public int rank() {
    return rank;
  }

  public static Progress ofRank(long rank) {
    for (Progress progress : values()) {
      if (progress.rank == rank) {
        return progress;
      }
    }
    throw new IllegalArgumentException("No progress has the rank " + rank);
  }
}
