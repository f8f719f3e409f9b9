package dev.parley.admin;

import dev.parley.admin.merchants.CreateMerchant;
import dev.parley.admin.merchants.MerchantDetails;
import dev.parley.admin.merchants.MerchantFields;
import dev.parley.aws.event.EventHandler;
import dev.parley.aws.http.Fields;
import dev.parley.aws.id.RandomIds;
import dev.parley.domain.input.FieldError;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Makes a merchant and its first owner's key, which is shown this once. */
public final class MerchantCreateHandler extends EventHandler {
  @Inject CreateMerchant creating;
  @Inject InstantSource time;

  @Override
  protected Consumer<JsonWriter> handle(JsonObject event) {
    Fields fields = Fields.of(event);
    MerchantDetails details = MerchantFields.read(fields, DayOfWeek.SUNDAY);
    List<FieldError> errors = fields.errors();
    return errors.isEmpty() ? created(details) : refused(errors);
  }

  private Consumer<JsonWriter> created(MerchantDetails details) {
    CreateMerchant.Created created = creating.create(details, new RandomIds(time));
    return w ->
        w.field("merchantId", created.merchantId().value())
            .field("ownerId", created.ownerId().value())
            .field("ownerKey", created.ownerKey());
  }

  private static Consumer<JsonWriter> refused(List<FieldError> errors) {
    return w ->
        w.objects(
            "errors",
            errors,
            (item, error) ->
                item.field("pointer", error.pointer()).field("detail", error.detail()));
  }
}
