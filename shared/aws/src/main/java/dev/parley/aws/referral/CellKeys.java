package dev.parley.aws.referral;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.CellKey.LinkKind;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Keys of the figures' table. Its one access: the cells of a kind from one day to another, month by
 * month ({@code pk = merchant#yyyy-MM}, {@code sk} between).
 */
final class CellKeys {
  static final String SALES = "S#";
  static final String PRODUCTS = "P#";
  static final String ALL = "A#";

  private static final String NONE = "-";

  private CellKeys() {}

  static String pk(MerchantId merchant, LocalDate day) {
    return pk(merchant, YearMonth.from(day));
  }

  static String pk(MerchantId merchant, YearMonth month) {
    return merchant.value() + "#" + month;
  }

  static String sk(CellKey cell) {
    return switch (cell) {
      case CellKey.Sales s ->
          SALES
              + String.join(
                  "#",
                  s.day().toString(),
                  s.agentId().value(),
                  store(s.storeId()),
                  s.channelId().value(),
                  s.channelType().name(),
                  s.linkKind().name());
      case CellKey.ProductSales p ->
          PRODUCTS
              + String.join(
                  "#",
                  p.day().toString(),
                  p.productId().value(),
                  p.agentId().value(),
                  store(p.storeId()),
                  p.channelId().value());
      case CellKey.AllOrders a -> ALL + a.day();
    };
  }

  static CellKey read(String sk) {
    String[] parts = sk.split("#");
    LocalDate day = LocalDate.parse(parts[1]);
    return switch (parts[0]) {
      case "S" ->
          new CellKey.Sales(
              day,
              new AgentId(parts[2]),
              store(parts[3]),
              new ChannelId(parts[4]),
              ChannelType.valueOf(parts[5]),
              LinkKind.valueOf(parts[6]));
      case "P" ->
          new CellKey.ProductSales(
              day,
              new ProductId(parts[2]),
              new AgentId(parts[3]),
              store(parts[4]),
              new ChannelId(parts[5]));
      default -> new CellKey.AllOrders(day);
    };
  }

  private static String store(@Nullable StoreId store) {
    return store == null ? NONE : store.value();
  }

  private static @Nullable StoreId store(String text) {
    return text.equals(NONE) ? null : new StoreId(text);
  }
}
