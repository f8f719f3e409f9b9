package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** An answer over HTTP; status 0 stands for a connection that closes without one. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(int status, Map<String, String> headers, byte[] body) {
  /** The connection closes, and the caller never learns what became of its call. */
  public static final Reply DROPPED = new Reply(0, Map.of(), new byte[0]);

  public static Reply json(int status, JsonNode body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
  }

  public static Reply amazonJson(int status, JsonNode body) {
    return new Reply(
        status, Map.of("Content-Type", "application/x-amz-json-1.0"), Json.bytes(body));
  }

  public boolean ok() {
    return status >= 200 && status < 300;
  }
}
