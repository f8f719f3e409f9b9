package dev.parley.sandbox;

import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The page that shows each customer's phone, served from resources. */
final class PhonePage implements Endpoint {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");
  private static final String POLICY =
      "default-src 'self'; img-src * data:; media-src *;" + " frame-ancestors 'none'";

  @Override
  public Response answer(Request request) {
    String name = request.path().equals("/") ? "index.html" : request.path().substring(1);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || name.contains("/")) {
      return Response.message(404, "Not found");
    }
    try (InputStream page = PhonePage.class.getResourceAsStream("phone/" + name)) {
      return page == null
          ? Response.message(404, "Not found")
          : Response.of(200, type, page.readAllBytes())
              .with("content-security-policy", POLICY)
              .with("cache-control", "no-cache");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
