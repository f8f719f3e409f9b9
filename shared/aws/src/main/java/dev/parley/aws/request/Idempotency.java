package dev.parley.aws.request;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.id.MerchantId;
import java.util.function.Function;

/** Does a request that is repeated under the same {@code Idempotency-Key} once. */
public interface Idempotency {
  /**
   * Answers the request by doing it, or with the answer it had before.
   *
   * @param merchant whose request it is
   * @param key the caller's API key, or what else only the caller knows
   * @param doing does the request that is handed to it, whose ids are the same each time it is
   *     begun
   */
  HttpReply once(
      MerchantId merchant, String key, HttpCall call, Function<HttpCall, HttpReply> doing);
}
