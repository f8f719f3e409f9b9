package dev.parley.sandbox.messenger;

import static dev.parley.sandbox.RunningSandbox.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.RunningSandbox;
import dev.parley.sandbox.meta.GraphAccount;
import java.net.http.HttpResponse;

/** A sandbox whose Messenger page has a webhook that listens. */
final class RunningMessenger implements AutoCloseable {
  static final String ANN = "7000000000000001";
  static final GraphAccount PAGE = SimulatedMessenger.DEMO;

  final RunningSandbox sandbox = new RunningSandbox();

  RunningMessenger() {
    sandbox.server().messenger().register(PAGE.at(sandbox.webhookUrl()), "Tea Shop");
  }

  JsonNode control(String method, String path, String body) {
    return sandbox.control("messenger", method, path, body);
  }

  /** Lets Ann do something. */
  JsonNode ann(String what, String body) {
    return control("POST", "/customers/" + ANN + "/" + what, body);
  }

  /** Ann says something and its webhook has been heard. */
  JsonNode says(String body) {
    JsonNode answer = ann("messages", body);
    sandbox.next();
    return answer;
  }

  HttpResponse<String> graph(String method, String path, String body) {
    String token = PAGE.credentials().accessToken();
    return sandbox.call("Bearer " + token, method, "/meta/v25.0" + path, body);
  }

  HttpResponse<String> send(String body) {
    return graph("POST", "/" + PAGE.id() + "/messages", body);
  }

  HttpResponse<String> sendTo(String personId, String message) {
    return send(
        "{\"recipient\":{\"id\":\"%s\"},\"messaging_type\":\"RESPONSE\",\"message\":%s}"
            .formatted(personId, message));
  }

  HttpResponse<String> sendText(String text) {
    return sendTo(ANN, "{\"text\":\"" + text + "\"}");
  }

  /** Status, code and subcode of an error, such as {@code 400 10/2018278}. */
  static String error(HttpResponse<String> response) {
    JsonNode error = json(response.body()).path("error");
    String subcode = error.has("error_subcode") ? "/" + error.get("error_subcode").asText() : "";
    return response.statusCode() + " " + error.path("code").asText() + subcode;
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
