package dev.parley.referral;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpHandler;
import dev.parley.aws.http.HttpReply;
import dev.parley.referral.links.FollowLinks;
import dev.parley.referral.links.FollowLinks.Visitor;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** Leads a customer from a tracked link to the product's page. */
public final class FollowLinkHandler extends HttpHandler {
  private static final String NOT_FOUND =
      "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
          + "<meta name=\"viewport\" content=\"width=device-width\"><title>Not found</title>"
          + "<p>找不到這個連結。<p lang=\"th\">ไม่พบลิงก์นี้<p>This link does not exist.</html>";

  /** Where browsers say that they only load ahead. */
  private static final List<String> PURPOSES =
      List.of("sec-purpose", "purpose", "x-purpose", "x-moz");

  @Inject FollowLinks links;

  @Override
  protected HttpReply handle(HttpCall call) {
    return links
        .follow(call.parameter("token"), visitor(call), call.ids())
        .map(target -> HttpReply.redirect(302, target))
        .orElseGet(() -> HttpReply.html(404, NOT_FOUND))
        .with("cache-control", "no-store")
        .with("referrer-policy", "no-referrer");
  }

  private static Visitor visitor(HttpCall call) {
    String purpose =
        PURPOSES.stream().map(call::header).filter(Objects::nonNull).findFirst().orElse(null);
    return new Visitor(call.method(), call.header("user-agent"), purpose);
  }
}
