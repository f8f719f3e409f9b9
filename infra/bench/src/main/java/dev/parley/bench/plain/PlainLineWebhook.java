package dev.parley.bench.plain;

import java.io.IOException;

/** LineWebhook's plain twin. */
public final class PlainLineWebhook extends PlainHandler {
  private final LineWork work = LineWork.over(PlainAws.crt());

  @Override
  String answer(PlainEvent event) throws IOException {
    return work.answer(event);
  }

  @Override
  void prime() {
    work.prime();
  }
}
