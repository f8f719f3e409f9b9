package dev.parley.sandbox.whatsapp;

import static dev.parley.sandbox.RunningSandbox.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.RunningSandbox;
import dev.parley.sandbox.meta.message.Spelled;
import java.net.http.HttpResponse;

/** A sandbox whose WhatsApp number has a webhook that listens. */
final class RunningWhatsapp implements AutoCloseable {
  static final String ANN = "886911222333";
  static final WhatsappNumber SHOP = SimulatedWhatsapp.DEMO;
  private static final String TOKEN = "Bearer " + SHOP.credentials().accessToken();

  final RunningSandbox sandbox = new RunningSandbox();

  RunningWhatsapp() {
    sandbox.server().whatsapp().register(SHOP.at(sandbox.webhookUrl()), "Tea Shop");
  }

  JsonNode control(String method, String path, String body) {
    return sandbox.control("whatsapp", method, path, body);
  }

  /** Someone says or does something; the value that the webhook hears. */
  JsonNode heard(String person, String what, String spelled) {
    control("POST", "/customers/" + person + "/" + what, Spelled.json(spelled).toString());
    return sandbox.next().value();
  }

  JsonNode heard(String spelled) {
    return heard(ANN, "messages", spelled).at("/messages/0");
  }

  HttpResponse<String> graph(String method, String path, String body) {
    return sandbox.call(TOKEN, method, "/meta/v25.0" + path, body);
  }

  /** Sends what these fields say. */
  HttpResponse<String> send(String spelledFields) {
    String body = Spelled.json("{'messaging_product':'whatsapp'," + spelledFields + "}").toString();
    return graph("POST", "/" + SHOP.id() + "/messages", body);
  }

  HttpResponse<String> sendText(String to) {
    return send("'to':'" + to + "','text':{'body':'x'}");
  }

  JsonNode phone(String person) {
    return control("GET", "/customers/" + person + "/messages", "").path("items");
  }

  HttpResponse<String> download(String authorization, String url) {
    String path = url.substring(sandbox.server().baseUrl().length());
    return sandbox.call(authorization, "GET", path, "");
  }

  /** Status and code of an error, such as {@code 400 131047}. */
  static String error(HttpResponse<String> response) {
    return response.statusCode() + " " + json(response.body()).at("/error/code").asText();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
