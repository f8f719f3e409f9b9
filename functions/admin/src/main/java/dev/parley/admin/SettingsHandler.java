package dev.parley.admin;

import dev.parley.admin.merchants.ChangeMerchant;
import dev.parley.admin.merchants.MerchantDetails;
import dev.parley.admin.merchants.MerchantFields;
import dev.parley.aws.http.Fields;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.merchant.Role;
import jakarta.inject.Inject;
import org.joda.money.CurrencyUnit;

/** Answers for a merchant's own settings. */
public final class SettingsHandler extends ApiHandler {
  @Inject ChangeMerchant changing;

  @Override
  protected Role leastRole(HttpCall call) {
    return Role.OWNER;
  }

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return call.method().equals("PUT") ? change(caller, call) : shown(caller.merchant());
  }

  private HttpReply change(Caller caller, HttpCall call) {
    Fields fields = call.fields();
    MerchantDetails details = MerchantFields.read(fields, caller.merchant().weekStart());
    fields.done();
    return switch (changing.change(caller, details)) {
      case ChangeMerchant.Outcome.Changed(Merchant merchant) -> shown(merchant);
      case ChangeMerchant.Outcome.CurrencyFixed(CurrencyUnit currency) ->
          HttpReply.problem(
              409,
              "currency-fixed",
              "The currency can't change",
              "There are orders in " + currency.getCode() + ".");
    };
  }

  private static HttpReply shown(Merchant merchant) {
    return HttpReply.json(200, w -> MerchantFields.write(w, merchant));
  }
}
