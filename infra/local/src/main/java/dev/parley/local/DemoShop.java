package dev.parley.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.Json;
import dev.parley.sandbox.SandboxServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.UnaryOperator;

/** The demo shop: made as any shop is, by {@code merchant-create} and the HTTP API. */
final class DemoShop {
  private static final String SHOP = "https://tea.example.com/products/";

  /** Products as sku, name, price in TWD, stock, description. */
  private static final String[][] PRODUCTS = {
    {"TEA-001", "高山烏龍茶 150g", "1290.00", "40", "海拔一千五百公尺的烏龍茶，清香回甘。"},
    {"TEA-002", "凍頂烏龍茶禮盒", "1880.00", "25", "兩罐裝禮盒，炭焙熟香。"},
    {"TEA-003", "東方美人茶 75g", "1560.00", "12", "蜜香與熟果香，手採一心二葉。"},
    {"TEA-004", "日月潭紅茶 100g", "680.00", "60", "台茶十八號，薄荷與肉桂香。"},
    {"TEA-005", "茉莉花茶 120g", "420.00", "80", "綠茶底，七窨茉莉。"},
    {"CUP-001", "手拉坯蓋碗", "980.00", "15", "150 毫升，白瓷。"},
    {"CUP-002", "隨行泡茶組", "1450.00", "9", "一壺三杯，附收納包。"},
    {"SET-TH1", "ชุดชาอู่หลงพร้อมถ้วย", "2190.00", "7", "ชาอู่หลงไต้หวันพร้อมถ้วยเซรามิก"},
    {"SET-TH2", "ชาเขียวมะลิ", "390.00", "50", "หอมมะลิ ดื่มง่าย"},
    {"GIFT-01", "Oolong Discovery Box", "1680.00", "30", "Six small tins, from green to roasted."},
  };

  private final URI api;
  private final DemoChannels channels;

  DemoShop(URI api, SandboxServer sandbox) {
    this.api = api;
    this.channels = new DemoChannels(api, sandbox);
  }

  /** Makes merchant, agents, products and a channel of each type. */
  Demo create(UnaryOperator<JsonNode> createMerchant) {
    JsonNode merchant =
        createMerchant.apply(
            Json.object()
                .put("name", "Parley Demo Shop")
                .put("timeZone", "Asia/Taipei")
                .put("currency", "TWD")
                .put("locale", "zh-TW"));
    String ownerKey = merchant.path("ownerKey").asText();
    try (HttpClient http = HttpClient.newHttpClient()) {
      Client owner = new Client(http, api, ownerKey);
      String agentKey = agent(owner, "林美玲", "meiling@example.com", "A01");
      agent(owner, "สมชาย ใจดี", "somchai@example.com", "A02");
      owner.send("PUT", "/products", products());
      channels.all().forEach((id, channel) -> owner.send("PUT", "/channels/" + id, channel));
      return new Demo(merchant.path("merchantId").asText(), ownerKey, agentKey);
    }
  }

  private static String agent(Client owner, String name, String email, String code) {
    JsonNode agent =
        owner.send(
            "POST",
            "/agents",
            Json.object()
                .put("name", name)
                .put("email", email)
                .put("role", "agent")
                .put("code", code));
    String path = "/agents/" + agent.path("id").asText() + "/keys";
    return owner.send("POST", path, Json.object()).path("key").asText();
  }

  private static ObjectNode products() {
    ObjectNode body = Json.object();
    ArrayNode items = body.putArray("items");
    for (String[] product : PRODUCTS) {
      ObjectNode item =
          items
              .addObject()
              .put("sku", product[0])
              .put("name", product[1])
              .put("description", product[4])
              .put("url", SHOP + product[0])
              .put("imageUrl", "https://tea.example.com/images/" + product[0] + ".jpg")
              .put("availability", "inStock")
              .put("stock", Integer.parseInt(product[3]));
      item.putObject("price").put("amount", product[2]).put("currency", "TWD");
    }
    return body;
  }

  /** Tells the simulated platforms where webhooks go, and makes their first customers. */
  void connect() {
    channels.connect();
  }

  /** The HTTP API as the owner calls it. */
  private record Client(HttpClient http, URI api, String key) {
    JsonNode send(String method, String path, JsonNode body) {
      HttpRequest request =
          HttpRequest.newBuilder(api.resolve(path))
              .header("Authorization", "Bearer " + key)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofByteArray(Json.bytes(body)))
              .build();
      try {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        JsonNode answer = Json.tryParse(response.body()).orElseGet(Json::object);
        if (response.statusCode() >= 300) {
          String problem = response.statusCode() + " " + answer;
          throw new StartFault("The demo shop: " + method + " " + path + ": " + problem, null);
        }
        return answer;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new InterruptedIOException(e.getMessage()));
      }
    }
  }
}
