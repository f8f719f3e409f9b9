package dev.parley.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.channel.ChannelType;
import dev.parley.local.gateway.Json;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.instagram.SimulatedInstagram;
import dev.parley.sandbox.line.LineChannel;
import dev.parley.sandbox.line.SimulatedLine;
import dev.parley.sandbox.messenger.SimulatedMessenger;
import dev.parley.sandbox.meta.Credentials;
import dev.parley.sandbox.meta.GraphAccount;
import dev.parley.sandbox.whatsapp.SimulatedWhatsapp;
import dev.parley.sandbox.whatsapp.WhatsappNumber;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The demo shop's channels, one of each type, and their accounts on the simulated platforms. */
final class DemoChannels {
  private static final String NAME = "Parley Demo Shop";

  private final URI api;
  private final SandboxServer sandbox;

  DemoChannels(URI api, SandboxServer sandbox) {
    this.api = api;
    this.sandbox = sandbox;
  }

  /** Returns what is put of each channel, by its id. */
  Map<String, JsonNode> all() {
    Map<String, JsonNode> channels = new LinkedHashMap<>();
    for (ChannelType type : ChannelType.values()) {
      ObjectNode channel = Json.object().put("type", type.wireName()).put("name", type.platform());
      channel.set("credentials", credentials(type));
      channels.put(id(type), channel);
    }
    return channels;
  }

  private static String id(ChannelType type) {
    return "demo-" + type.wireName();
  }

  private ObjectNode credentials(ChannelType type) {
    return switch (type) {
      case LINE ->
          Json.object()
              .put("channelSecret", SimulatedLine.DEMO.channelSecret())
              .put("channelAccessToken", SimulatedLine.DEMO.channelAccessToken());
      case MESSENGER ->
          secrets(SimulatedMessenger.DEMO.credentials())
              .put("pageId", SimulatedMessenger.DEMO.id())
              .put("pageAccessToken", SimulatedMessenger.DEMO.credentials().accessToken());
      case INSTAGRAM -> {
        GraphAccount demo = SimulatedInstagram.DEMO;
        yield secrets(demo.credentials())
            .put("accountId", demo.id())
            .put("accessToken", demo.credentials().accessToken());
      }
      case WHATSAPP -> whatsapp(SimulatedWhatsapp.DEMO);
      case WIDGET -> widget();
    };
  }

  private static ObjectNode secrets(Credentials credentials) {
    return Json.object()
        .put("appSecret", credentials.appSecret())
        .put("verifyToken", credentials.verifyToken());
  }

  private static ObjectNode whatsapp(WhatsappNumber demo) {
    return secrets(demo.credentials())
        .put("phoneNumberId", demo.id())
        .put("businessAccountId", demo.businessAccountId())
        .put("accessToken", demo.credentials().accessToken())
        .put("catalogId", demo.catalogId());
  }

  private ObjectNode widget() {
    ObjectNode widget = Json.object();
    String site = sandbox.baseUrl();
    widget.putArray("allowedOrigins").add(site).add(site.replace("127.0.0.1", "localhost"));
    return widget;
  }

  /** Tells the simulated platforms where webhooks go, and makes their first customers. */
  void connect() {
    for (ChannelType type : ChannelType.values()) {
      String webhook = api + "/webhooks/" + type.wireName() + "/" + id(type);
      switch (type) {
        case LINE -> connectLine(webhook);
        case MESSENGER -> {
          subscribed(type, sandbox.messenger().register(SimulatedMessenger.DEMO.at(webhook), NAME));
          sandbox.messenger().addDemoCustomers();
        }
        case INSTAGRAM -> {
          subscribed(type, sandbox.instagram().register(SimulatedInstagram.DEMO.at(webhook), NAME));
          sandbox.instagram().addDemoCustomers();
        }
        case WHATSAPP -> {
          subscribed(type, sandbox.whatsapp().register(SimulatedWhatsapp.DEMO.at(webhook), NAME));
          sandbox.whatsapp().addDemoCustomers();
        }
        case WIDGET -> sandbox.shop().show(api.resolve("/widget.js"), id(type));
      }
    }
  }

  private static void subscribed(ChannelType type, boolean answered) {
    if (!answered) {
      throw new StartFault(
          "The demo shop: the webhook of " + type.platform() + " did not answer its challenge",
          null);
    }
  }

  private void connectLine(String webhook) {
    LineChannel demo = SimulatedLine.DEMO;
    sandbox
        .line()
        .register(
            new LineChannel(
                demo.channelId(), demo.channelSecret(), demo.channelAccessToken(), webhook),
            NAME);
    sandbox.line().addDemoCustomers();
  }
}
