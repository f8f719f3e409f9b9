package dev.parley.aws.referral;

import dev.parley.aws.item.Item;
import dev.parley.domain.attribution.Credit;
import dev.parley.domain.id.MerchantId;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * In which months a credit counts: in the index, in that of its order, on whichever of its days; by
 * a small item of its own in every other one, such as that of a later refund.
 */
final class CreditMonths {
  private CreditMonths() {}

  static YearMonth placed(Credit credit) {
    return YearMonth.from(credit.placedAt().atOffset(ZoneOffset.UTC));
  }

  static String pk(MerchantId merchant, YearMonth month) {
    return merchant.value() + "#M#" + month;
  }

  static List<Item> marks(Credit credit) {
    return credit.counts().stream()
        .map(count -> YearMonth.from(count.cell().day()))
        .distinct()
        .filter(month -> !month.equals(placed(credit)))
        .map(month -> Item.at(pk(credit.order().merchantId(), month), credit.order().text()))
        .toList();
  }
}
