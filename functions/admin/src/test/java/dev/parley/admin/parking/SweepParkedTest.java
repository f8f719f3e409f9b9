package dev.parley.admin.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.ParkedEvents;
import dev.parley.domain.inbound.ReceivedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepParkedEventsTest {
  private final Parked parked = new Parked();
  private final List<ReceivedEvent> queued = new ArrayList<>();

  private static ReceivedEvent event(int number) {
    return new ReceivedEvent(
        new MerchantId("mer_1"),
        new ChannelId("channel-1"),
        ChannelType.LINE,
        "delivery-" + number,
        "event-" + number,
        "U1",
        Instant.EPOCH.plusSeconds(number),
        "{}");
  }

  private void park(int count) {
    parked.park(IntStream.range(0, count).mapToObj(SweepParkedEventsTest::event).toList());
  }

  @Test
  void allParkedEventsAreQueuedInTheirOrder() {
    park(250);

    int count =
        new SweepParkedEvents(
                parked,
                events -> {
                  queued.addAll(events);
                  return List.of();
                })
            .sweep();

    assertEquals(250, count);
    assertEquals(IntStream.range(0, 250).mapToObj(SweepParkedEventsTest::event).toList(), queued);
    assertEquals(List.of(), parked.events);
  }

  @Test
  void whatTheQueueDoesNotTakeStaysParked() {
    park(3);

    int count = new SweepParkedEvents(parked, events -> events.subList(1, 3)).sweep();

    assertEquals(1, count);
    assertEquals(List.of(event(1), event(2)), parked.events);
  }

  @Test
  void nothingParkedIsNothingToDo() {
    assertEquals(0, new SweepParkedEvents(parked, events -> events).sweep());
  }

  private static final class Parked implements ParkedEvents {
    private final List<ReceivedEvent> events = new ArrayList<>();

    @Override
    public void park(List<ReceivedEvent> more) {
      events.addAll(more);
    }

    @Override
    public List<ReceivedEvent> oldest(int most) {
      return events.stream().limit(most).toList();
    }

    @Override
    public void release(List<ReceivedEvent> gone) {
      events.removeAll(gone);
    }
  }
}
