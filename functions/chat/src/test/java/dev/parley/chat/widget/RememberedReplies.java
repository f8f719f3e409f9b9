package dev.parley.chat.widget;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.Idempotency;
import dev.parley.domain.id.MerchantId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Replies to requests under a key, in memory; what is asked again is not done again. */
final class RememberedReplies implements Idempotency {
  private final Map<String, HttpReply> replies = new HashMap<>();

  @Override
  public HttpReply once(
      MerchantId merchant, String key, HttpCall call, Function<HttpCall, HttpReply> doing) {
    String name = merchant + "\n" + key + "\n" + call.header("idempotency-key");
    HttpReply before = replies.get(name);
    HttpReply reply = before == null ? doing.apply(call) : before;
    replies.put(name, reply);
    return reply;
  }
}
