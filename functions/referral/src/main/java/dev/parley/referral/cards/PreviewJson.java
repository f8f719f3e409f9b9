package dev.parley.referral.cards;

import dev.parley.domain.outbound.CompiledMessage;
import dev.parley.domain.outbound.Cut;
import dev.parley.json.JsonWriter;
import java.util.function.Consumer;

/** Previews in the JSON that agents' tools read. */
public final class PreviewJson {
  private PreviewJson() {}

  public static Consumer<JsonWriter> of(CompiledMessage preview) {
    return w ->
        w.raw("messages", "[" + String.join(",", preview.messages()) + "]")
            .objects("cuts", preview.cuts(), PreviewJson::cut);
  }

  private static void cut(JsonWriter w, Cut cut) {
    w.field("productId", cut.productId().value())
        .field("field", cut.field())
        .field("from", cut.from())
        .field("to", cut.to())
        .put("limit", cut.limit());
  }
}
