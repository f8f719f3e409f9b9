package dev.parley.referral;

import dev.parley.aws.http.Fields;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.json.JsonWriter;
import dev.parley.referral.orders.IngestOrders;
import dev.parley.referral.orders.IngestOrders.Result;
import jakarta.inject.Inject;
import java.util.List;

/** Takes orders from outside; a bad one never fails its neighbours. */
public final class IngestOrdersHandler extends ApiHandler {
  private static final int MOST = 500;

  @Inject IngestOrders ingest;

  /** Who tells of sales could make some up for himself. */
  @Override
  protected Role leastRole(HttpCall call) {
    return Role.OWNER;
  }

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    call.noQuery();
    Fields fields = call.fields();
    List<?> orders = fields.list("orders", 1, MOST);
    fields.done();
    return reply(ingest.ingest(caller.merchant(), orders, clock().instant()));
  }

  private static HttpReply reply(Result result) {
    return HttpReply.json(
        200,
        w ->
            w.field("inserted", result.inserted())
                .field("modified", result.modified())
                .field("matched", result.matched())
                .objects(
                    "rejected",
                    result.rejected(),
                    (item, rejected) ->
                        item.field("index", rejected.index())
                            .objects("errors", rejected.errors(), IngestOrdersHandler::error)));
  }

  private static void error(JsonWriter w, FieldError error) {
    w.field("pointer", error.pointer()).field("detail", error.detail());
  }
}
