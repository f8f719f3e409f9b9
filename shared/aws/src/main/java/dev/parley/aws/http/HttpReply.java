package dev.parley.aws.http;

import dev.parley.domain.input.FieldError;
import dev.parley.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with.
 *
 * @param problem set in place of a body when the answer is a problem; the request's id is written
 *     with it
 */
public record HttpReply(
    int status, Map<String, String> headers, @Nullable String body, @Nullable Problem problem) {
  private static final String TYPE = "content-type";

  public HttpReply {
    headers = Map.copyOf(headers);
  }

  /** A status and nothing else. */
  public static HttpReply empty(int status) {
    return new HttpReply(status, Map.of(), null, null);
  }

  public static HttpReply ok() {
    return empty(200);
  }

  public static HttpReply json(int status, Consumer<JsonWriter> fields) {
    return json(status, JsonWriter.text(fields));
  }

  /** Answers text that is JSON already. */
  public static HttpReply json(int status, String json) {
    return new HttpReply(status, Map.of(TYPE, "application/json"), json, null);
  }

  /** Answers text that no browser may take for anything else. */
  public static HttpReply text(int status, String text) {
    return new HttpReply(
        status,
        Map.of(TYPE, "text/plain; charset=utf-8", "x-content-type-options", "nosniff"),
        text,
        null);
  }

  public static HttpReply html(int status, String html) {
    return new HttpReply(status, Map.of(TYPE, "text/html; charset=utf-8"), html, null);
  }

  /** Answers a file to be saved under the name. */
  public static HttpReply csv(String name, String csv) {
    return new HttpReply(
        200,
        Map.of(
            TYPE,
            "text/csv; charset=utf-8",
            "content-disposition",
            "attachment; filename=\"" + name + "\""),
        csv,
        null);
  }

  public static HttpReply redirect(int status, String location) {
    return new HttpReply(status, Map.of("location", location), null, null);
  }

  public static HttpReply problem(int status, String name, String title, @Nullable String detail) {
    return problem(status, new Problem(name, title, detail, List.of(), w -> {}));
  }

  public static HttpReply problem(int status, Problem problem) {
    return new HttpReply(status, Map.of(TYPE, "application/problem+json"), null, problem);
  }

  /** 400 with everything that is wrong. */
  public static HttpReply badInput(String detail, List<FieldError> errors) {
    return problem(
        400, new Problem("invalid-request", "The request is not valid", detail, errors, w -> {}));
  }

  public static HttpReply badInput(List<FieldError> errors) {
    BadInput input = new BadInput(errors);
    return badInput(String.valueOf(input.getMessage()), input.errors());
  }

  public static HttpReply tooLarge(String detail) {
    return problem(413, "too-large", "Too large", detail);
  }

  public static HttpReply unauthorized(String detail) {
    return problem(401, "unauthorized", "Not authenticated", detail);
  }

  public static HttpReply forbidden(String detail) {
    return problem(403, "forbidden", "Not allowed", detail);
  }

  public static HttpReply notFound() {
    return problem(404, "not-found", "Not found", "There is nothing under this id.");
  }

  public HttpReply with(String header, String value) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put(header, value);
    return new HttpReply(status, all, body, problem);
  }

  /** Returns the body as it goes over the wire. */
  String text(String requestId) {
    if (problem != null) {
      return JsonWriter.text(w -> problem.write(w, status, requestId));
    }
    return body == null ? "" : body;
  }

  /** Returns the answer of a Lambda function behind an HTTP API. */
  byte[] lambdaReply(String requestId) {
    return JsonWriter.text(
            w ->
                w.field("statusCode", status)
                    .put("headers", headers)
                    .field("body", text(requestId))
                    .field("isBase64Encoded", false))
        .getBytes(StandardCharsets.UTF_8);
  }
}
