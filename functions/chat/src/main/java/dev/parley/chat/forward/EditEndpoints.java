package dev.parley.chat.forward;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.Endpoints.Changes;
import dev.parley.domain.forward.TargetHealth;
import dev.parley.domain.forward.TargetHealth.Disabled;
import dev.parley.domain.forward.TargetRule;
import dev.parley.domain.forward.WebhookEndpoint;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.Ids;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.page.PageRequest;
import dev.parley.platforms.webhook.StandardWebhooks;
import java.nio.ByteBuffer;
import java.util.List;

/** Lets owners say which of their systems are told of which events. */
public final class EditEndpoints {
  private static final int MOST_ENDPOINTS = 10;

  private final Endpoints endpoints;
  private final TargetRule rule;

  public EditEndpoints(Endpoints endpoints, TargetRule rule) {
    this.endpoints = endpoints;
    this.rule = rule;
  }

  /** Makes an endpoint; its secret is in the answer, this once. */
  public HttpReply add(Caller caller, HttpCall call) {
    call.noQuery();
    var fields = call.fields();
    EndpointInput input = new EndpointInput(rule, fields);
    String url = input.url();
    List<String> events = input.events();
    fields.done();
    EndpointId id = new EndpointId(call.ids().next("whe"));
    byte[] secret = secret(call.ids());
    List<WebhookEndpoint> others =
        endpoints.all(caller.merchantId()).stream().filter(e -> !e.id().equals(id)).toList();
    if (others.size() >= MOST_ENDPOINTS) {
      return tooMany();
    }
    WebhookEndpoint endpoint =
        new WebhookEndpoint(
            id, caller.merchantId(), url, events, call.ids().startedAt(), TargetHealth.GOOD);
    endpoints.add(endpoint, secret);
    return HttpReply.json(
        201,
        w -> {
          EndpointJson.write(w, endpoint);
          w.field("secret", StandardWebhooks.text(secret));
        });
  }

  private static byte[] secret(Ids ids) {
    return ByteBuffer.allocate(32).put(ids.secret()).put(ids.secret()).array();
  }

  private static HttpReply tooMany() {
    return HttpReply.problem(
        409,
        "too-many-endpoints",
        "Too many endpoints",
        "A merchant has at most " + MOST_ENDPOINTS + " webhook endpoints; delete one first.");
  }

  public HttpReply list(Caller caller, HttpCall call) {
    QueryFields query = call.queryFields();
    PageRequest page = query.page();
    query.done();
    String after = page.cursor();
    List<WebhookEndpoint> left =
        endpoints.all(caller.merchantId()).stream()
            .filter(endpoint -> after == null || endpoint.id().value().compareTo(after) > 0)
            .toList();
    List<WebhookEndpoint> shown = left.subList(0, Math.min(left.size(), page.limit()));
    String next = left.size() > shown.size() ? shown.getLast().id().value() : null;
    return HttpReply.json(
        200, w -> w.objects("items", shown, EndpointJson::write).field("nextCursor", next));
  }

  public HttpReply one(Caller caller, HttpCall call) {
    call.noQuery();
    return endpoints
        .find(caller.merchantId(), id(call))
        .map(EditEndpoints::reply)
        .orElseGet(HttpReply::notFound);
  }

  /** Changes an endpoint; its failures are forgotten when it is switched on. */
  public HttpReply change(Caller caller, HttpCall call) {
    call.noQuery();
    var fields = call.fields();
    EndpointInput input = new EndpointInput(rule, fields);
    String url = input.optionalUrl();
    List<String> events = input.optionalEvents();
    Boolean active = input.active();
    fields.done();
    boolean off = Boolean.FALSE.equals(active);
    boolean on = Boolean.TRUE.equals(active);
    Disabled disabled = off ? new Disabled(Disabled.BY_OWNER, call.ids().startedAt()) : null;
    if (url == null && events == null && active == null) {
      return one(caller, call);
    }
    return endpoints
        .change(caller.merchantId(), id(call), new Changes(url, events, on, disabled))
        .map(EditEndpoints::reply)
        .orElseGet(HttpReply::notFound);
  }

  public HttpReply remove(Caller caller, HttpCall call) {
    call.noQuery();
    return endpoints.remove(caller.merchantId(), id(call))
        ? HttpReply.empty(204)
        : HttpReply.notFound();
  }

  private static EndpointId id(HttpCall call) {
    return new EndpointId(call.parameter("id"));
  }

  private static HttpReply reply(WebhookEndpoint endpoint) {
    return HttpReply.json(200, w -> EndpointJson.write(w, endpoint));
  }
}
