package dev.parley.bench.system;

/** The webhook calls of one channel, signed as its platform signs them. */
public interface ChannelCalls {
  SignedCall call(Said said);

  /** Returns the call as it comes again when it was not answered in time. */
  SignedCall again(Said said);

  /** Returns the platform's id of the person with the number. */
  String person(int number);
}
