package dev.parley.chat;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.chat.channels.ConnectChannels;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import jakarta.inject.Inject;

/** Lets owners connect chat channels and see how they fare. */
public final class ChannelsHandler extends ApiHandler {
  @Inject ConnectChannels connect;

  @Override
  protected Role leastRole(HttpCall call) {
    return Role.OWNER;
  }

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return switch (call.route()) {
      case "PUT /channels/{channelId}" -> connect.put(caller, call);
      case "GET /channels" -> connect.list(caller, call);
      case "GET /channels/{channelId}" -> connect.one(caller, call);
      case "DELETE /channels/{channelId}" -> connect.remove(caller, call);
      default -> HttpReply.notFound();
    };
  }
}
