package dev.parley.admin.health;

import dev.parley.aws.chat.ChannelHealthJson;
import dev.parley.aws.forward.TargetHealthJson;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.WebhookEndpoint;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import dev.parley.json.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells how a merchant's channels do, and after them the webhook endpoints. */
public final class ReadHealth {
  /** What a cursor among the endpoints begins with; no channel's id does. */
  private static final String AMONG_ENDPOINTS = ".";

  private final Channels channels;
  private final Endpoints endpoints;

  public ReadHealth(Channels channels, Endpoints endpoints) {
    this.channels = channels;
    this.endpoints = endpoints;
  }

  public HttpReply read(Caller caller, HttpCall call) {
    PageRequest page = call.page();
    Page<Channels.Entry> found = channels(caller, page);
    List<Consumer<JsonWriter>> items = new ArrayList<>();
    Instant now = call.ids().startedAt();
    found.items().forEach(entry -> items.add(w -> write(w, entry, now)));
    String next = found.nextCursor();
    if (next == null) {
      List<WebhookEndpoint> left = endpoints(caller, page.cursor());
      List<WebhookEndpoint> shown =
          left.subList(0, Math.min(left.size(), page.limit() - items.size()));
      shown.forEach(endpoint -> items.add(w -> write(w, endpoint)));
      next = shown.size() < left.size() ? cursor(shown) : null;
    }
    String cursor = next;
    return HttpReply.json(
        200,
        w ->
            w.objects("items", items, (item, fields) -> fields.accept(item))
                .field("nextCursor", cursor));
  }

  private Page<Channels.Entry> channels(Caller caller, PageRequest page) {
    return isAmongEndpoints(page.cursor())
        ? new Page<>(List.of(), null)
        : channels.list(caller.merchantId(), page);
  }

  private List<WebhookEndpoint> endpoints(Caller caller, @Nullable String cursor) {
    String after = cursor != null && isAmongEndpoints(cursor) ? cursor.substring(1) : "";
    return endpoints.all(caller.merchantId()).stream()
        .filter(endpoint -> endpoint.id().value().compareTo(after) > 0)
        .toList();
  }

  private static boolean isAmongEndpoints(@Nullable String cursor) {
    return cursor != null && cursor.startsWith(AMONG_ENDPOINTS);
  }

  private static String cursor(List<WebhookEndpoint> shown) {
    return AMONG_ENDPOINTS + (shown.isEmpty() ? "" : shown.getLast().id().value());
  }

  private static void write(JsonWriter w, Channels.Entry entry, Instant now) {
    w.field("kind", "channel")
        .field("id", entry.channel().id().value())
        .field("type", entry.channel().type().wireName())
        .field("name", entry.channel().name())
        .object("health", health -> ChannelHealthJson.write(health, entry.health(), now));
  }

  private static void write(JsonWriter w, WebhookEndpoint endpoint) {
    w.field("kind", "webhookEndpoint")
        .field("id", endpoint.id().value())
        .field("name", endpoint.url())
        .object("health", health -> TargetHealthJson.write(health, endpoint.health()));
  }
}
