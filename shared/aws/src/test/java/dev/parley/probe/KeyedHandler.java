package dev.parley.probe;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.merchant.Caller;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Answers whom it knows, and breaks as it is told to by the path. */
public final class KeyedHandler extends ApiHandler {
  @Inject InstantSource time;

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    if (call.path().equals("/throttled")) {
      throw new TransientFault("throttled");
    }
    return HttpReply.json(200, w -> w.time("at", time.instant()));
  }
}
