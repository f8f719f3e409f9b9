package dev.parley.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Response;
import org.jspecify.annotations.Nullable;

/**
 * An error as the Graph API answers it; subcode 0 is none, {@code details} is what WhatsApp says
 * beside.
 */
public record GraphError(
    int status, String type, int code, int subcode, String message, @Nullable String details) {

  public static GraphError of(int status, int code, int subcode, String message) {
    return new GraphError(status, "OAuthException", code, subcode, message, null);
  }

  /** An error of WhatsApp's, whose number stands in its message. */
  public static GraphError whatsapp(int status, int code, String title, String details) {
    String message = "(#" + code + ") " + title;
    return new GraphError(status, "OAuthException", code, 0, message, details);
  }

  /** The object of that id isn't there for the caller. */
  public static GraphError noObject(String method, String id) {
    String verb = method.equals("GET") ? "get" : "post";
    String words =
        ("Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due to"
                + " missing permissions, or does not support this operation")
            .formatted(verb, id);
    return new GraphError(400, "GraphMethodException", 100, 33, words, null);
  }

  public Response response(String trace) {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error").put("message", message).put("type", type);
    error.put("code", code);
    if (details != null) {
      error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
    }
    if (subcode != 0) {
      error.put("error_subcode", subcode);
    }
    error.put("fbtrace_id", trace);
    return Response.json(status, body).with("www-authenticate", authenticate());
  }

  private String authenticate() {
    return "OAuth \"Facebook Platform\" \"invalid_request\" \"" + code + "\"";
  }
}
