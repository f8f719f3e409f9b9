package dev.parley.bench.coldstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.system.Api;
import dev.parley.bench.system.ChannelCalls;
import dev.parley.bench.system.LineCalls;
import dev.parley.bench.system.Said;
import dev.parley.bench.system.Shop;
import dev.parley.bench.system.SignedCall;
import dev.parley.local.LocalParley;
import dev.parley.local.gateway.Json;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What is started and compared, with a shop whose things the calls are about. */
final class Variants {
  private static final String CALLER = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Line/14.0";

  private static final String LINE = "LineWebhook";
  private static final String LINE_PLAIN = "LineWebhook, plain";

  private final LocalParley parley;
  private final Reach reach;
  private final Shop shop;
  private final AtomicInteger numbers = new AtomicInteger();
  private final String conversation;
  private final String token;

  private Variants(LocalParley parley, Reach reach) {
    this.parley = parley;
    this.reach = reach;
    this.shop = Shop.open(Api.at(parley.api().toString()), Api.at(parley.sandbox().toString()));
    shop.meets(LineCalls.user(1));
    shop.idle();
    conversation = shop.agent().all("/conversations?limit=10").getFirst().path("id").asText();
    String url = shop.agent().post("/referrals", cards()).is(202).text("/links/0/url");
    token = url.substring(url.lastIndexOf('/') + 1);
    shop.idle();
  }

  static List<Variant> of(LocalParley parley, Reach reach) {
    Variants all = new Variants(parley, reach);
    return List.of(
        all.plain("floor", "chat", LINE, "EmptyHandler", all::said, 200),
        all.plain(LINE_PLAIN, "chat", LINE, "PlainLineWebhook", all::said, 200),
        all.reference(
            "reference, JDK's connections",
            TaskRoots.overUrlConnection("chat"),
            "plain.UrlLineWebhook"),
        all.reference(
            "reference, container only",
            TaskRoots.reference("chat"),
            "reference.ContainerLineWebhook"),
        all.reference(
            "reference, Micronaut Function",
            TaskRoots.reference("chat"),
            "reference.FunctionLineWebhook"),
        all.function(LINE, "chat", all::said, 200),
        all.besideLine("MetaWebhook", all::saidOnWhatsapp, 200),
        all.plain(
            "SendReferral, plain", "referral", "SendReferral", "PlainSendReferral", all::sent, 202),
        all.function("SendReferral", "referral", all::sent, 202),
        all.plain(
            "FollowLink, plain", "referral", "FollowLink", "PlainFollowLink", all::followed, 302),
        all.function("FollowLink", "referral", all::followed, 302));
  }

  private Variant function(String id, String context, Supplier<byte[]> event, int status) {
    Map<String, String> environment = environment(id);
    return new Variant(
        id,
        id + ", plain",
        environment.getOrDefault("_HANDLER", ""),
        TaskRoots.function(context),
        environment,
        reach.within(),
        event,
        status);
  }

  /** Another webhook, compared with LINE's. */
  private Variant besideLine(String id, Supplier<byte[]> event, int status) {
    Variant own = function(id, "chat", event, status);
    return new Variant(
        id,
        LINE,
        own.handler(),
        own.taskRoot(),
        own.environment(),
        own.within(),
        own.event(),
        own.status());
  }

  /** LineWebhook's twin in another way, compared with the plain one. */
  private Variant reference(String name, Path taskRoot, String type) {
    return new Variant(
        name,
        LINE_PLAIN,
        "dev.parley.bench." + type,
        taskRoot,
        environment(LINE),
        reach.within(),
        this::said,
        200);
  }

  private Variant plain(
      String name, String context, String id, String type, Supplier<byte[]> event, int status) {
    return new Variant(
        name,
        name,
        "dev.parley.bench.plain." + type,
        TaskRoots.plain(context),
        environment(id),
        reach.within(),
        event,
        status);
  }

  /** What the template gives it, but for a rate that thousands of warm calls in a row keep to. */
  private Map<String, String> environment(String id) {
    Map<String, String> environment = new HashMap<>(parley.environment(id));
    environment.replace("MERCHANT_RATE_PER_SECOND", "1000000");
    return reach.applied(environment);
  }

  private Map<String, Object> cards() {
    return Map.of(
        "conversationId", conversation, "productIds", List.of(shop.productIds().getFirst()));
  }

  private byte[] said() {
    return said("line");
  }

  private byte[] saidOnWhatsapp() {
    return said("whatsapp");
  }

  private byte[] said(String platform) {
    int number = numbers.incrementAndGet();
    ChannelCalls channel = shop.channel(platform);
    long now = System.currentTimeMillis();
    SignedCall call = channel.call(new Said(number, channel.person(1), "請問這款還有貨嗎？", now));
    ObjectNode event = event("POST /webhooks/" + platform + "/{channelId}", call.path());
    event.withObject("/headers").put(call.header(), call.signature());
    String channelId = call.path().substring(call.path().lastIndexOf('/') + 1);
    event.putObject("pathParameters").put("channelId", channelId);
    return Json.bytes(event.put("body", call.body()));
  }

  private byte[] sent() {
    ObjectNode event = event("POST /referrals", "/referrals");
    event.withObject("/headers").put("authorization", "Bearer " + shop.agentKey());
    String body =
        "{\"conversationId\":\"%s\",\"productIds\":[\"%s\"]}"
            .formatted(conversation, shop.productIds().getFirst());
    return Json.bytes(event.put("body", body));
  }

  private byte[] followed() {
    ObjectNode event = event("GET /r/{token}", "/r/" + token);
    event.putObject("pathParameters").put("token", token);
    return Json.bytes(event);
  }

  /** An event of the HTTP API, payload 2.0. */
  private static ObjectNode event(String route, String path) {
    ObjectNode event =
        Json.object()
            .put("version", "2.0")
            .put("routeKey", route)
            .put("rawPath", path)
            .put("rawQueryString", "")
            .put("isBase64Encoded", false);
    event
        .putObject("headers")
        .put("accept", "*/*")
        .put("content-type", "application/json")
        .put("host", "abcdefghij.execute-api.us-east-1.amazonaws.com")
        .put("user-agent", CALLER)
        .put("x-forwarded-for", "147.92.150.1");
    ObjectNode context = event.putObject("requestContext");
    context
        .put("accountId", "000000000000")
        .put("apiId", "abcdefghij")
        .put("requestId", "JKJaXmPLvHcESHA=")
        .put("routeKey", route)
        .put("stage", "$default")
        .put("timeEpoch", 1795000000000L);
    context
        .putObject("http")
        .put("method", route.substring(0, route.indexOf(' ')))
        .put("path", path)
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", "147.92.150.1")
        .put("userAgent", CALLER);
    return event;
  }
}
