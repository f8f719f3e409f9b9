package dev.parley.aws.chat;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.Figures;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts as JSON of our own, in queues. */
final class CountJson {
  private static final String COUNTS = "counts";

  private CountJson() {}

  static void write(JsonWriter w, Count count) {
    switch (count.cell()) {
      case CellKey.Sales sales ->
          w.field("cell", "sales")
              .field("agentId", sales.agentId().value())
              .optional("storeId", value(sales.storeId()))
              .field("channelId", sales.channelId().value())
              .field("channelType", sales.channelType().wireName())
              .field("linkKind", sales.linkKind().name());
      case CellKey.ProductSales sales ->
          w.field("cell", "productSales")
              .field("productId", sales.productId().value())
              .field("agentId", sales.agentId().value())
              .optional("storeId", value(sales.storeId()))
              .field("channelId", sales.channelId().value());
      case CellKey.AllOrders orders -> w.field("cell", "allOrders");
    }
    w.field("day", count.cell().day().toString())
        .object(
            "figures",
            f -> count.figures().amounts().forEach((figure, n) -> f.field(figure.name(), n)));
  }

  /** Returns counts as the text of a list under one name, for an attribute. */
  static String text(List<Count> counts) {
    return JsonWriter.text(w -> w.objects(COUNTS, counts, CountJson::write));
  }

  static List<Count> read(String text) {
    return Json.readOwn(text).objects(COUNTS).stream().map(CountJson::read).toList();
  }

  static Count read(JsonObject json) {
    LocalDate day = LocalDate.parse(json.requiredText("day"));
    CellKey cell =
        switch (json.requiredText("cell")) {
          case "sales" -> sales(json, day);
          case "productSales" -> productSales(json, day);
          default -> new CellKey.AllOrders(day);
        };
    return new Count(cell, figures(json.object("figures")));
  }

  private static CellKey sales(JsonObject json, LocalDate day) {
    return new CellKey.Sales(
        day,
        new AgentId(json.requiredText("agentId")),
        store(json.text("storeId")),
        new ChannelId(json.requiredText("channelId")),
        ChannelType.named(json.requiredText("channelType")).orElseThrow(),
        CellKey.LinkKind.valueOf(json.requiredText("linkKind")));
  }

  private static CellKey productSales(JsonObject json, LocalDate day) {
    return new CellKey.ProductSales(
        day,
        new ProductId(json.requiredText("productId")),
        new AgentId(json.requiredText("agentId")),
        store(json.text("storeId")),
        new ChannelId(json.requiredText("channelId")));
  }

  private static Figures figures(JsonObject json) {
    Map<Figure, Long> amounts = new EnumMap<>(Figure.class);
    for (String name : json.fields().keySet()) {
      amounts.put(Figure.valueOf(name), Objects.requireNonNull(json.longValue(name)));
    }
    return new Figures(amounts);
  }

  private static @Nullable StoreId store(@Nullable String value) {
    return value == null ? null : new StoreId(value);
  }

  private static @Nullable String value(@Nullable StoreId id) {
    return id == null ? null : id.value();
  }
}
