package dev.parley.domain.replay;

import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds raw events, of one merchant alone, without reading the others'. */
public interface KeptEvents {
  /**
   * Returns conversations in the order of the walk.
   *
   * @param channel {@code null}: of all channels
   * @return fewer than asked for doesn't mean the end; the cursor is the position to go on after
   */
  Page<EventPlace> conversations(
      MerchantId merchant, @Nullable ChannelId channel, Walk walk, int limit);

  /**
   * Returns what the place holds of the events that were received from one time until before
   * another, by the platform's time. One that came more than two days late is not found this way.
   */
  Page<KeptEvent> received(EventPlace place, Instant from, Instant to, PageRequest page);

  /** Returns those of the messages that are in one of the places. */
  List<KeptEvent> named(List<EventPlace> places, List<MessageId> ids);
}
