package dev.parley.aws.log;

import java.io.PrintStream;

/** Where a function's log lines go: the process's output, which Lambda takes to CloudWatch. */
public final class Console {
  private Console() {}

  public static PrintStream out() {
    return System.out;
  }
}
