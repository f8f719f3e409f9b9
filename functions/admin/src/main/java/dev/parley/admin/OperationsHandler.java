package dev.parley.admin;

import dev.parley.aws.chat.ChannelHealthJson;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.json.JsonWriter;
import jakarta.inject.Inject;

/** Answers how each channel of a merchant does. */
public final class OperationsHandler extends ApiHandler {
  @Inject Channels channels;

  @Override
  protected Role leastRole(HttpCall call) {
    return Role.OWNER;
  }

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    var page = channels.list(caller.merchantId(), call.page());
    return HttpReply.json(
        200,
        w ->
            w.objects("items", page.items(), OperationsHandler::write)
                .field("nextCursor", page.nextCursor()));
  }

  private static void write(JsonWriter w, Channels.Entry entry) {
    w.field("kind", "channel")
        .field("id", entry.channel().id().value())
        .field("type", entry.channel().type().wireName())
        .field("name", entry.channel().name())
        .object("health", health -> ChannelHealthJson.write(health, entry.health()));
  }
}
