package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client of a server that speaks one of AWS's JSON protocols and checks no signature. */
public final class AwsClient {
  private static final String[] KEPT = {
    "content-type", "x-amzn-requestid", "x-amzn-query-error", "x-amzn-errortype"
  };

  private final HttpClient http;
  private final URI base;
  private final String service;

  /**
   * @param service as signatures call it, such as {@code dynamodb}
   */
  public AwsClient(HttpClient http, URI base, String service) {
    this.http = http;
    this.base = base;
    this.service = service;
  }

  /**
   * Sends the request as it is.
   *
   * @param target such as {@code AmazonSQS.SendMessage}
   */
  public Reply send(String target, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(base)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", target)
            .header("X-Amz-Date", "20260101T000000Z")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/"
                    + service
                    + "/aws4_request, SignedHeaders=host, Signature=none")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> response = send(http, request);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : KEPT) {
      response.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
    }
    return new Reply(response.statusCode(), headers, response.body());
  }

  static HttpResponse<byte[]> send(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException(e.getMessage()));
    }
  }

  /**
   * Calls and returns the answer.
   *
   * @throws AwsCallFault when the answer is an error
   */
  public JsonNode call(String target, JsonNode request) {
    Reply reply = send(target, Json.bytes(request));
    JsonNode answer = Json.tryParse(reply.body()).orElseGet(Json::object);
    if (!reply.ok()) {
      throw new AwsCallFault(target, answer);
    }
    return answer;
  }
}
