package dev.parley.probe;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpHandler;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.LogNotes;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.input.FieldError;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers with what it was asked, or breaks as it is told to by the path. */
public final class EchoHandler extends HttpHandler {
  @Inject InstantSource time;

  /** The last call that it was asked to answer. */
  public @Nullable HttpCall last;

  @Override
  protected HttpReply handle(HttpCall call, LogNotes notes) {
    notes.note("probe", "echo");
    last = call;
    return switch (call.path()) {
      case "/bad" ->
          throw new BadInput(List.of(new FieldError("/a", "x"), new FieldError("/b", "y")));
      case "/named" -> HttpReply.json(200, w -> w.field("id", call.parameter("id")));
      case "/page" -> HttpReply.json(200, w -> w.field("cursor", call.page().cursor()));
      case "/throttled" -> throw new TransientFault("throttled");
      case "/broken" -> throw new IllegalStateException("secret text");
      default ->
          HttpReply.json(
              200,
              w ->
                  w.field("route", call.route())
                      .field("body", new String(call.body(), StandardCharsets.UTF_8))
                      .put("query", call.query())
                      .put("parameters", call.pathParameters())
                      .field("at", time.instant().toString()));
    };
  }
}
