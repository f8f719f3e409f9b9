package dev.parley.testkit.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.ParkedEvents;
import dev.parley.domain.inbound.ReceivedEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What parked events do, in memory or in a table; each test begins with none. */
public abstract class ParkedEventsContractTest {
  private static final MerchantId MERCHANT = new MerchantId("mer_1");

  protected abstract ParkedEvents parked();

  protected static ReceivedEvent event(int number, int second) {
    return new ReceivedEvent(
        MERCHANT,
        Customer.CHANNEL,
        ChannelType.LINE,
        "dlv_%03d".formatted(number),
        "e" + number,
        number % 2 == 0 ? "U1" : null,
        Customer.NOON.plusSeconds(second),
        "{\"n\": " + number + ", \"t\":\"你好 👋 \\u0000\"}");
  }

  @Test
  void theyComeBackWholeTheOnesThatWaitLongestFirst() {
    ReceivedEvent late = event(1, 9);
    ReceivedEvent early = event(2, 3);

    parked().park(List.of(late));
    parked().park(List.of(early));

    assertEquals(List.of(early, late), parked().oldest(10));
  }

  @Test
  void thoseOfOneCallComeBackInTheirOrder() {
    List<ReceivedEvent> call = IntStream.range(0, 30).mapToObj(i -> event(i, 1)).toList();

    parked().park(call);

    assertEquals(call, parked().oldest(100));
    assertEquals(call.subList(0, 7), parked().oldest(7));
  }

  @Test
  void oneParkedTwiceIsOne() {
    parked().park(List.of(event(1, 1)));

    parked().park(List.of(event(1, 1)));

    assertEquals(List.of(event(1, 1)), parked().oldest(10));
  }

  @Test
  void whatIsReleasedIsForgottenAndTheRestStays() {
    parked().park(List.of(event(1, 1), event(2, 2), event(3, 3)));

    parked().release(List.of(event(2, 2)));
    parked().release(List.of(event(2, 2)));

    assertEquals(List.of(event(1, 1), event(3, 3)), parked().oldest(10));
  }

  @Test
  void nothingParkedIsAnEmptyList() {
    assertEquals(List.of(), parked().oldest(10));
  }
}
