package dev.parley.local.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.local.gateway.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** AWS as a probe calls it: one try, with the access key that it was started with. */
record Aws(RuntimeEnvironment environment, HttpClient http) {
  static Aws current() {
    return new Aws(RuntimeEnvironment.current(), HttpClient.newHttpClient());
  }

  JsonNode call(String target, JsonNode body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(environment.required("AWS_ENDPOINT_URL")))
            .header("X-Amz-Target", target)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential="
                    + environment.required("AWS_ACCESS_KEY_ID")
                    + "/20260101/us-east-1/x/aws4_request, SignedHeaders=host, Signature=x")
            .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      JsonNode answer = Json.tryParse(response.body()).orElseGet(Json::object);
      if (response.statusCode() != 200) {
        throw new IOException(answer.toString());
      }
      return answer;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
