package dev.parley.domain.channel;

import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The channels of merchants. */
public interface Channels {
  /** Returns the channel; another merchant's is not found. */
  Optional<Entry> find(MerchantId merchant, ChannelId id);

  Page<Entry> list(MerchantId merchant, PageRequest page);

  /** Connects or changes the channel; of another type it can't become. */
  PutOutcome put(ConnectedChannel channel);

  /**
   * @return whether the merchant had it
   */
  boolean remove(MerchantId merchant, ChannelId id);

  /** What came of putting a channel. */
  sealed interface PutOutcome {
    /**
     * It is connected.
     *
     * @param due as what its platform is to be asked about it; {@code null} when it can't be asked
     */
    record Connected(Entry entry, CredentialWatch.@Nullable Due due) implements PutOutcome {
      public Connected(Entry entry) {
        this(entry, null);
      }
    }

    /** Another merchant has the id. */
    record Taken() implements PutOutcome {}

    /**
     * The merchant has a channel of another type under the id, and its conversations stay of that.
     *
     * @param type the wire name of the type that it has
     */
    record OtherType(String type) implements PutOutcome {}
  }

  /** A channel and how it fares. */
  record Entry(Channel channel, ChannelHealth health) {}
}
