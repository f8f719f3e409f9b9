package dev.parley.chat;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.chat.forward.EditEndpoints;
import dev.parley.chat.forward.EditForwards;
import dev.parley.chat.forward.ReplayDeliveries;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import jakarta.inject.Inject;

/** Lets owners say which of their systems are told what, see what was delivered, and replay it. */
public final class OutgoingWebhooksHandler extends ApiHandler {
  @Inject EditEndpoints endpoints;
  @Inject EditForwards forwards;
  @Inject ReplayDeliveries deliveries;

  @Override
  protected Role leastRole(HttpCall call) {
    return Role.OWNER;
  }

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return switch (call.route()) {
      case "GET /channels/{channelId}/forwards" -> forwards.read(caller, call);
      case "PUT /channels/{channelId}/forwards" -> forwards.put(caller, call);
      case "POST /webhook-endpoints" -> endpoints.add(caller, call);
      case "GET /webhook-endpoints" -> endpoints.list(caller, call);
      case "GET /webhook-endpoints/{id}" -> endpoints.one(caller, call);
      case "PATCH /webhook-endpoints/{id}" -> endpoints.change(caller, call);
      case "DELETE /webhook-endpoints/{id}" -> endpoints.remove(caller, call);
      case "GET /webhook-deliveries" -> deliveries.list(caller, call);
      case "POST /webhook-deliveries/{id}/replay" -> deliveries.replay(caller, call);
      default -> HttpReply.notFound();
    };
  }
}
