package dev.parley.chat;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpHandler;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.LogNotes;
import dev.parley.chat.widget.AdmitSites;
import dev.parley.chat.widget.VisitorChat;
import dev.parley.chat.widget.WidgetChannel;
import dev.parley.chat.widget.WidgetScript;
import dev.parley.domain.id.ChannelId;
import jakarta.inject.Inject;

/** Serves the website widget and what its visitors say and read. */
public final class WidgetHandler extends HttpHandler {
  private static final int MOST_BYTES = 64 * 1024;

  @Inject WidgetScript script;
  @Inject AdmitSites sites;
  @Inject VisitorChat chat;

  @Override
  protected int mostBytes() {
    return MOST_BYTES;
  }

  @Override
  protected HttpReply handle(HttpCall call, LogNotes notes) {
    if (call.route().equals("GET /widget.js")) {
      return script.serve(call);
    }
    String channelId = call.parameter("channelId");
    notes.note("channelId", channelId);
    return sites.answer(new ChannelId(channelId), call, channel -> answered(channel, call));
  }

  private HttpReply answered(WidgetChannel channel, HttpCall call) {
    return switch (call.route()) {
      case "POST /widget/{channelId}/sessions" -> chat.sessions().open(channel, call);
      case "POST /widget/{channelId}/messages" -> chat.take().take(channel, call);
      case "GET /widget/{channelId}/messages" -> chat.show().show(channel, call);
      default -> HttpReply.notFound();
    };
  }
}
