package dev.parley.domain.referral;

import dev.parley.domain.id.ProductId;
import dev.parley.domain.report.CellKey;
import java.time.LocalDate;

/** The cells that what a referral does is counted in. */
final class Cell {
  private Cell() {}

  static CellKey sales(Referral referral, LocalDate day) {
    return new CellKey.Sales(
        day,
        referral.author().agentId(),
        referral.author().storeId(),
        referral.place().channelId(),
        referral.place().channelType(),
        referral.kind());
  }

  static CellKey product(Referral referral, ProductId product, LocalDate day) {
    return new CellKey.ProductSales(
        day,
        product,
        referral.author().agentId(),
        referral.author().storeId(),
        referral.place().channelId());
  }
}
