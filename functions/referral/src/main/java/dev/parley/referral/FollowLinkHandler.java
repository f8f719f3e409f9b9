package dev.parley.referral;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpHandler;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.LogNotes;
import dev.parley.referral.links.FollowLinks;
import dev.parley.referral.links.FollowLinks.Visitor;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** Leads a customer from a tracked link to the product's page. */
public final class FollowLinkHandler extends HttpHandler {
  private static final String NOT_FOUND =
      page("Not found", "找不到這個連結。", "ไม่พบลิงก์นี้", "This link does not exist.");
  private static final String FAULT =
      page(
          "Try again",
          "暫時無法開啟，請稍後再試。",
          "เปิดไม่ได้ชั่วคราว โปรดลองใหม่อีกครั้งในภายหลัง",
          "This can't be opened right now. Please try again in a moment.");

  /** Where browsers say that they only load ahead. */
  private static final List<String> PURPOSES =
      List.of("sec-purpose", "purpose", "x-purpose", "x-moz");

  @Inject FollowLinks links;

  @Override
  protected HttpReply handle(HttpCall call, LogNotes notes) {
    return unkept(
        links
            .follow(call.anyParameter("token"), visitor(call), call.ids())
            .map(target -> HttpReply.redirect(302, target))
            .orElseGet(() -> HttpReply.html(404, NOT_FOUND)));
  }

  @Override
  protected HttpReply shown(HttpReply fault) {
    HttpReply page = unkept(HttpReply.html(fault.status(), FAULT));
    String wait = fault.headers().get("retry-after");
    return wait == null ? page : page.with("retry-after", wait);
  }

  private static HttpReply unkept(HttpReply reply) {
    return reply.with("cache-control", "no-store").with("referrer-policy", "no-referrer");
  }

  private static String page(String title, String chinese, String thai, String english) {
    return "<!doctype html><html lang=\"zh-Hant\"><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>%s</title>"
            .formatted(title)
        + "<p>%s<p lang=\"th\">%s<p lang=\"en\">%s</html>".formatted(chinese, thai, english);
  }

  private static Visitor visitor(HttpCall call) {
    String purpose =
        PURPOSES.stream().map(call::header).filter(Objects::nonNull).findFirst().orElse(null);
    return new Visitor(call.method(), call.header("user-agent"), purpose);
  }
}
