package dev.parley.admin;

import dev.parley.admin.deadletters.DeadLetterJson;
import dev.parley.admin.deadletters.DiscardDeadLetter;
import dev.parley.admin.deadletters.RetryDeadLetter;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.QueryFields;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.deadletter.DeadLetters;
import dev.parley.domain.deadletter.DeadLetters.Filter;
import dev.parley.domain.id.DeadLetterId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.page.PageRequest;
import jakarta.inject.Inject;

/** Lists a merchant's dead letters, retries and discards them. */
public final class DeadLettersHandler extends ApiHandler {
  @Inject DeadLetters letters;
  @Inject RetryDeadLetter retrying;
  @Inject DiscardDeadLetter discarding;

  @Override
  protected Role leastRole(HttpCall call) {
    return Role.OWNER;
  }

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return switch (call.route()) {
      case "GET /dead-letters" -> list(caller, call);
      case "POST /dead-letters/{id}/retry" ->
          DeadLetterJson.reply(retrying.retry(caller, id(call)));
      case "POST /dead-letters/{id}/discard" ->
          DeadLetterJson.reply(discarding.discard(caller, id(call)));
      default -> HttpReply.notFound();
    };
  }

  private HttpReply list(Caller caller, HttpCall call) {
    QueryFields query = call.queryFields();
    Filter filter = DeadLetterJson.filter(query);
    PageRequest page = query.page();
    query.done();
    return DeadLetterJson.page(letters.list(caller.merchantId(), filter, page));
  }

  private static DeadLetterId id(HttpCall call) {
    call.noQuery();
    call.noFields();
    return new DeadLetterId(call.parameter("id"));
  }
}
