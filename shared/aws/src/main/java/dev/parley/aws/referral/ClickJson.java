package dev.parley.aws.referral;

import dev.parley.domain.attribution.Click;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.report.CellKey;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.json.MalformedJson;
import java.time.Instant;
import java.time.ZoneId;

/** Clicks as they wait in the queue. */
public final class ClickJson {
  private ClickJson() {}

  public static String write(Click click) {
    return JsonWriter.text(
        w ->
            w.field("id", click.id())
                .field("merchantId", click.merchantId().value())
                .field("contactId", click.contactId().value())
                .field("referralId", click.referralId().value())
                .field("position", click.position())
                .field("at", click.at().toEpochMilli())
                .field("timeZone", click.timeZone().getId())
                .field("sales", CellKeys.sk(click.sales()))
                .field("product", CellKeys.sk(click.product())));
  }

  public static Click read(String text) throws MalformedJson {
    JsonObject json = Json.readObject(text);
    Long at = json.longValue("at");
    Long position = json.longValue("position");
    if (at == null
        || position == null
        || !(CellKeys.read(json.text("sales", "A#1970-01-01")) instanceof CellKey.Sales sales)
        || !(CellKeys.read(json.text("product", "A#1970-01-01"))
            instanceof CellKey.ProductSales product)) {
      throw new MalformedJson("not a click");
    }
    return new Click(
        json.requiredText("id"),
        new MerchantId(json.requiredText("merchantId")),
        new ContactId(json.requiredText("contactId")),
        new ReferralId(json.requiredText("referralId")),
        Math.toIntExact(position),
        Instant.ofEpochMilli(at),
        ZoneId.of(json.requiredText("timeZone")),
        sales,
        product);
  }
}
