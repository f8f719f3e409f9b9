package dev.parley.sandbox;

import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page of a shop that shows the website widget, under a policy that allows nothing else. */
public final class ShopPage implements Endpoint {
  private static final Set<String> LANGUAGES = Set.of("zh-TW", "th", "en");

  private volatile @Nullable Shown shown;

  /** The widget that the page shows. */
  private record Shown(URI script, String channel) {}

  /** Puts the widget on the page. */
  public void show(URI script, String channel) {
    shown = new Shown(script, channel);
  }

  @Override
  public Response answer(Request request) {
    Shown widget = shown;
    return switch (request.path()) {
      case "/shop.css" -> Response.of(200, "text/css; charset=utf-8", bytes("shop.css"));
      case "/" ->
          widget == null
              ? Response.message(404, "No widget is connected")
              : page(widget, request.query().getOrDefault("lang", "zh-TW"));
      default -> Response.message(404, "Not found");
    };
  }

  private static Response page(Shown widget, String language) {
    String html =
        new String(bytes("index.html"), StandardCharsets.UTF_8)
            .replace("{{lang}}", LANGUAGES.contains(language) ? language : "en")
            .replace("{{script}}", widget.script().toString())
            .replace("{{channel}}", widget.channel());
    URI api = widget.script().resolve("/");
    String policy =
        "default-src 'none'; style-src 'self'; img-src 'self' https:; script-src %s; connect-src %s"
            .formatted(api, api);
    return Response.of(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
        .with("content-security-policy", policy)
        .with("cache-control", "no-cache");
  }

  private static byte[] bytes(String name) {
    try (InputStream in = ShopPage.class.getResourceAsStream("shop/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
