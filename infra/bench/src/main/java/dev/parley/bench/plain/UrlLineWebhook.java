package dev.parley.bench.plain;

import java.io.IOException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** LineWebhook's plain twin over the JDK's connections instead of native ones. */
public final class UrlLineWebhook extends PlainHandler {
  private final LineWork work = LineWork.over(UrlConnectionHttpClient.create());

  @Override
  String answer(PlainEvent event) throws IOException {
    return work.answer(event);
  }

  @Override
  void prime() {
    work.prime();
  }
}
