package dev.parley.referral.reports;

import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.json.MalformedJson;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Orders as a shop tells of them. */
final class ToldJson {
  private ToldJson() {}

  static JsonObject of(Fact.Told told) {
    String text =
        JsonWriter.text(
            w -> {
              w.field("orderId", told.orderId())
                  .field("source", "webshop")
                  .field("currency", "TWD")
                  .field("total", amount(told.total()))
                  .field("placedAt", told.placedAt().toString())
                  .field("status", told.status())
                  .optional("linkToken", told.token());
              Long refunded = told.refundedTotal();
              w.optional("refundedTotal", refunded == null ? null : amount(refunded))
                  .optional("refundedAt", text(told.refundedAt()))
                  .optional("cancelledAt", text(told.cancelledAt()));
              String landing = told.landingToken();
              w.optional(
                  "landingUrl",
                  landing == null ? null : "https://shop.example.com/?parley_ref=" + landing);
              for (String mark : told.marks()) {
                w.field(mark.contains("@") ? "email" : "phone", mark);
              }
            });
    try {
      return Json.readObject(text);
    } catch (MalformedJson e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static String amount(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }
}
