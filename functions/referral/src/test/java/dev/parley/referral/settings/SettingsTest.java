package dev.parley.referral.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.aws.http.BadInput;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.referral.AttributionSettings;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.report.MessagePriceSettings;
import dev.parley.domain.report.MessagePrices;
import dev.parley.referral.reports.Calls;
import dev.parley.testkit.merchant.Staff;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SettingsTest {
  private static final Caller OWNER = Staff.caller(new MerchantId("mer_1"), "agt_o", Role.OWNER);

  private final OneMerchant stored = new OneMerchant();
  private final SetAttribution attribution = new SetAttribution(stored);
  private final SetMessagePrices prices = new SetMessagePrices(stored);

  private static List<String> refused(Executable put) {
    return assertThrows(BadInput.class, put).errors().stream()
        .map(FieldError::pointer)
        .sorted()
        .toList();
  }

  @Test
  void attributionIsThirtyDaysFromTheClickUntilSetOtherwise() {
    assertEquals(
        "{\"lifetimeDays\":30,\"startsAt\":\"click\",\"model\":\"last\"}",
        attribution.show(OWNER, Calls.get(Map.of())).body());
  }

  @Test
  void attributionIsSetWhole() {
    attribution.put(
        OWNER, Calls.put("{\"lifetimeDays\":7,\"startsAt\":\"send\",\"model\":\"first\"}"));

    assertEquals(
        new AttributionTerms(7, AttributionTerms.Start.SEND, AttributionTerms.Model.FIRST),
        stored.terms);
  }

  @Test
  void attributionRefusesAllThatIsWrongAtOnce() {
    assertEquals(
        List.of("/lifetimeDays", "/model", "/startsAt", "/window"),
        refused(
            () ->
                attribution.put(
                    OWNER, Calls.put("{\"lifetimeDays\":91,\"startsAt\":\"open\",\"window\":1}"))));
    assertEquals(AttributionTerms.DEFAULT, stored.terms);
  }

  @Test
  void pricesAreSetWholeAndWhatIsLeftOutCostsNothing() {
    prices.put(OWNER, Calls.put("{\"currency\":\"THB\",\"perMessage\":{\"whatsapp\":\"1.25\"}}"));

    assertEquals(
        new MessagePrices(CurrencyUnit.of("THB"), Map.of("whatsapp", new BigDecimal("1.25"))),
        stored.prices);
    assertEquals(new BigDecimal("0.00"), stored.prices.of("line"));
  }

  @Test
  void pricesRefuseAllThatIsWrongAtOnce() {
    assertEquals(
        List.of("/currency", "/perMessage/line", "/perMessage/sms"),
        refused(
            () ->
                prices.put(
                    OWNER,
                    Calls.put(
                        "{\"currency\":\"XX\",\"perMessage\":{\"line\":\"-1\",\"sms\":\"1\"}}"))));
  }

  private static final class OneMerchant implements AttributionSettings, MessagePriceSettings {
    private AttributionTerms terms = AttributionTerms.DEFAULT;
    private MessagePrices prices = MessagePrices.DEFAULT;

    @Override
    public AttributionTerms terms(MerchantId merchant) {
      return terms;
    }

    @Override
    public void save(MerchantId merchant, AttributionTerms changed) {
      terms = changed;
    }

    @Override
    public MessagePrices prices(MerchantId merchant) {
      return prices;
    }

    @Override
    public void save(MerchantId merchant, MessagePrices changed) {
      prices = changed;
    }
  }
}
