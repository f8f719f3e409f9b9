package dev.parley.catalog;

import dev.parley.aws.catalog.ProductJson;
import dev.parley.aws.http.Fields;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.QueryFields;
import dev.parley.aws.request.ApiHandler;
import dev.parley.catalog.put.ItemReader;
import dev.parley.catalog.put.PutProducts;
import dev.parley.catalog.put.PutReply;
import dev.parley.domain.catalog.Catalogue;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.ProductQuery;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import jakarta.inject.Inject;
import java.util.List;

/** Shows, searches and puts the products of a merchant. */
public final class ProductsHandler extends ApiHandler {
  @Inject Catalogue catalogue;
  @Inject PutProducts put;

  @Override
  protected Role leastRole(HttpCall call) {
    return call.method().equals("PUT") ? Role.OWNER : Role.AGENT;
  }

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return switch (call.route()) {
      case "GET /products" -> search(caller, call);
      case "GET /products/{id}" -> show(caller, call);
      case "PUT /products" -> put(caller, call);
      default -> HttpReply.notFound();
    };
  }

  private HttpReply search(Caller caller, HttpCall call) {
    QueryFields fields = call.queryFields();
    String query = fields.text("query");
    if (query != null && query.codePointCount(0, query.length()) > ProductQuery.MOST) {
      fields.error("query", "must be at most " + ProductQuery.MOST + " characters");
    }
    PageRequest page = fields.page();
    fields.done();
    Page<Product> found =
        query == null
            ? catalogue.list(caller.merchantId(), page)
            : catalogue.search(caller.merchantId(), ProductQuery.of(query), page);
    return HttpReply.json(
        200,
        w ->
            w.objects("items", found.items(), ProductJson::write)
                .field("nextCursor", found.nextCursor()));
  }

  private HttpReply show(Caller caller, HttpCall call) {
    call.noQuery();
    return catalogue
        .find(caller.merchantId(), new ProductId(call.parameter("id")))
        .map(product -> HttpReply.json(200, w -> ProductJson.write(w, product)))
        .orElseGet(HttpReply::notFound);
  }

  private HttpReply put(Caller caller, HttpCall call) {
    call.noQuery();
    Fields fields = call.fields();
    List<?> items = fields.list("items", 1, PutProducts.MOST);
    fields.done();
    var outcomes = put.products(caller.merchantId(), new ItemReader(caller.merchant()).all(items));
    return HttpReply.json(200, w -> PutReply.write(w, outcomes));
  }
}
