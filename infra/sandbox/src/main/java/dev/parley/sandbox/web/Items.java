package dev.parley.sandbox.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lists as control routes answer them. */
public final class Items {
  private Items() {}

  public static Response of(ArrayNode items) {
    ObjectNode body = Json.object();
    body.set("items", items);
    return Response.json(200, body);
  }

  /** The last {@code ?last=n} of them, all if that isn't asked for. */
  public static Response last(Request request, ArrayNode all) {
    String last = request.query().getOrDefault("last", "");
    if (last.matches("\\d{1,6}")) {
      while (all.size() > Integer.parseInt(last)) {
        all.remove(0);
      }
    }
    return of(all);
  }
}
