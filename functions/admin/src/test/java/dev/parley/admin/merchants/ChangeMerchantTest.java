package dev.parley.admin.merchants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.admin.merchants.ChangeMerchant.Outcome;
import dev.parley.aws.id.RandomIds;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.testkit.merchant.InMemoryMerchants;
import dev.parley.testkit.merchant.Staff;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class ChangeMerchantTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Staff.HIRED_AT);

  private final InMemoryMerchants merchants = new InMemoryMerchants(CLOCK);
  private final MerchantId id = new MerchantId("mer_1");
  private final Caller owner = Staff.caller(id, "agt_1", Role.OWNER);

  private static MerchantDetails details(String currency) {
    return new MerchantDetails(
        "大店", ZoneId.of("Asia/Bangkok"), CurrencyUnit.of(currency), "th", DayOfWeek.MONDAY);
  }

  private Outcome change(boolean orders, String currency) {
    merchants.add(owner.merchant(), owner.agent(), Staff.key("key_1", "a key"));
    return new ChangeMerchant(merchants, merchant -> orders).change(owner, details(currency));
  }

  @Test
  void theCurrencyChangesAsLongAsThereAreNoOrders() {
    Outcome outcome = change(false, "THB");

    assertEquals(new Outcome.Changed(details("THB").of(id)), outcome);
  }

  @Test
  void theCurrencyIsFixedOnceThereAreOrders() {
    Outcome outcome = change(true, "THB");

    assertEquals(new Outcome.CurrencyFixed(CurrencyUnit.of("TWD")), outcome);
    assertEquals(owner.merchant(), merchants.find(id).orElseThrow());
  }

  @Test
  void theRestChangesWithOrdersToo() {
    assertInstanceOf(Outcome.Changed.class, change(true, "TWD"));
  }

  @Test
  void aNewMerchantsOwnerCanBegin() {
    var created = new CreateMerchant(merchants).create(details("THB"), new RandomIds(CLOCK));

    Caller caller = merchants.find(created.ownerKey()).orElseThrow();

    assertEquals(created.merchantId(), caller.merchantId());
    assertEquals(created.ownerId(), caller.agentId());
    assertEquals(Role.OWNER, caller.agent().role());
  }
}
