package dev.parley.chat;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.chat.replay.StartReplays;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import jakarta.inject.Inject;

/** Lets owners replay what their channels received, and see how far that has come. */
public final class ReplaysHandler extends ApiHandler {
  @Inject StartReplays replays;

  @Override
  protected Role leastRole(HttpCall call) {
    return Role.OWNER;
  }

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return switch (call.route()) {
      case "POST /replays" -> replays.start(caller, call);
      case "GET /replays/{id}" -> replays.one(caller, call);
      default -> HttpReply.notFound();
    };
  }
}
