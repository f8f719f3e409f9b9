package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cursors and times that no table can take are refused as any other bad input is. */
@ExtendWith(RunningParley.class)
class EdgesOfInputAcceptanceTest {
  private static final String ANN = "U0123456789abcdef0123456789abcde8";
  private static final String BOB = "U0123456789abcdef0123456789abcde9";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/agents?",
        "/channels?",
        "/conversations?",
        "/dead-letters?",
        "/health?",
        "/products?",
        "/products?query=tea&",
        "/reports/referrals/clicks?",
        "/reports/referrals/messages?",
        "/reports/referrals/orders?"
      })
  void noListTakesACursorThatItDidNotGive(String list, Shop shop) {
    for (String cursor : List.of("x", "x".repeat(3000))) {
      Answer refused = shop.owner.get(list + "cursor=" + cursor).is(400);

      assertEquals(List.of("cursor"), refused.pointers(), refused.body());
    }
  }

  @Test
  void aCursorOfAnotherFilterIsRefusedAsOneThatIsNone(Shop shop) {
    shop.customerWrites(ANN, "hi");
    shop.customerWrites(BOB, "hi");
    String cursor = shop.owner.get("/conversations?limit=1").is(200).text("/nextCursor");
    String detail = Base64.getUrlEncoder().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    String inList = "cursor=" + cursor.replace("#", "%23");
    String inReport = "cursor=" + detail.replace("=", "");

    shop.owner.get("/conversations?" + inList).is(200);
    Answer list = shop.owner.get("/conversations?from=9000-01-01T00:00:00Z&" + inList).is(400);
    Answer before = shop.owner.get("/conversations?to=2000-01-01T00:00:00Z&" + inList).is(400);
    Answer report =
        shop.owner
            .get("/reports/referrals/messages?from=9000-01-02&to=9000-01-02&" + inReport)
            .is(400);

    for (Answer refused : List.of(list, before, report)) {
      assertEquals(List.of("cursor"), refused.pointers(), refused.body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reports/referrals",
        "/reports/referrals/orders",
        "/reports/referrals/messages",
        "/reports/referrals/clicks",
        "/reports/self-check"
      })
  void aReportOfDaysThatNoTableHoldsIsRefusedWithTheYearsThatAre(String report, Shop shop) {
    Answer refused = shop.owner.get(report + "?from=9999-12-31&to=9999-12-31").is(400);
    shop.owner.get(report + "?from=9998-12-31&to=9998-12-31").is(200);
    shop.owner.get(report + "?from=1970-01-01&to=1970-01-01").is(200);

    assertEquals(List.of("from", "to"), refused.pointers());
    assertTrue(refused.text("/errors/0/detail").contains("1970 to 9998"), refused.body());
  }
}
