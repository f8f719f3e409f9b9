package dev.parley.chat.replay;

import dev.parley.aws.http.Fields;
import dev.parley.aws.http.TimeText;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import dev.parley.domain.replay.EventPlace;
import dev.parley.domain.replay.Replay.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads which events are to be replayed, by channel and time or by their messages, refusing all
 * that is wrong at once.
 */
final class ReplayInput {
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final int MOST_MESSAGES = 100;
  private static final Pattern MESSAGE_ID = Pattern.compile("msg_[0-7][0-9A-HJKMNP-TV-Z]{25}");
  private static final String CHANNEL_ID = "channelId";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String MESSAGE_IDS = "messageIds";

  private final MerchantId merchant;
  private final Channels channels;
  private final Fields fields;

  private ReplayInput(MerchantId merchant, Channels channels, Fields fields) {
    this.merchant = merchant;
    this.channels = channels;
    this.fields = fields;
  }

  static Request read(MerchantId merchant, Channels channels, Fields fields) {
    return new ReplayInput(merchant, channels, fields).read();
  }

  private Request read() {
    boolean received = Stream.of(CHANNEL_ID, FROM, TO).anyMatch(fields::has);
    boolean named = received ? fields.has(MESSAGE_IDS) : fields.names(MESSAGE_IDS);
    if (named && received) {
      fields.error(MESSAGE_IDS, "can't be combined with channelId, from and to");
    }
    if (!named) {
      return received();
    }
    List<MessageId> ids = messageIds();
    fields.done();
    return new Request.Named(ids, ownChannels());
  }

  private Request received() {
    Optional<EventPlace> channel = channel();
    Instant from = time(FROM);
    Instant to = time(TO);
    if (from != null && to != null) {
      if (!from.isBefore(to)) {
        fields.error(FROM, "must be before to");
      } else if (to.isAfter(from.plus(LONGEST))) {
        fields.error(TO, "must be at most " + LONGEST.toDays() + " days after from");
      }
    }
    fields.done();
    if (channel.isEmpty() || from == null || to == null) {
      throw new IllegalStateException("What is missing was not refused");
    }
    return new Request.Received(channel.get(), from, to);
  }

  private Optional<EventPlace> channel() {
    String id = fields.text(CHANNEL_ID, 100);
    if (id.isBlank()) {
      return Optional.empty();
    }
    Optional<EventPlace> channel =
        channels.find(merchant, new ChannelId(id)).map(entry -> place(entry.channel()));
    if (channel.isEmpty()) {
      fields.error(CHANNEL_ID, "must be a channel of the merchant");
    }
    return channel;
  }

  private EventPlace place(Channel channel) {
    return EventPlace.of(merchant, channel.id(), channel.type());
  }

  private @Nullable Instant time(String name) {
    String text = fields.optionalText(name, 100);
    if (!fields.has(name)) {
      fields.error(name, "is required");
    }
    Optional<Instant> time = Optional.ofNullable(text).flatMap(TimeText::time);
    if (text != null && time.isEmpty()) {
      fields.error(name, TimeText.TIME_RULE);
    }
    return time.orElse(null);
  }

  private List<MessageId> messageIds() {
    List<MessageId> ids = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<?> values = fields.list(MESSAGE_IDS, 1, MOST_MESSAGES);
    for (int i = 0; i < values.size(); i++) {
      String at = MESSAGE_IDS + "/" + i;
      if (!(values.get(i) instanceof String id) || !MESSAGE_ID.matcher(id).matches()) {
        fields.error(at, "must be the id of a message");
      } else if (!seen.add(id)) {
        fields.error(at, "appears twice");
      } else {
        ids.add(new MessageId(id));
      }
    }
    return ids;
  }

  private List<EventPlace> ownChannels() {
    List<EventPlace> places = new ArrayList<>();
    String cursor = null;
    do {
      Page<Channels.Entry> page = channels.list(merchant, new PageRequest(100, cursor));
      page.items().forEach(entry -> places.add(place(entry.channel())));
      cursor = page.nextCursor();
    } while (cursor != null);
    return places;
  }
}
