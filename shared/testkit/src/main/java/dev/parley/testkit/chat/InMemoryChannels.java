package dev.parley.testkit.chat;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelHealth;
import dev.parley.domain.channel.ChannelHealth.Trouble;
import dev.parley.domain.channel.ChannelNames;
import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.channel.CredentialReport;
import dev.parley.domain.channel.CredentialWatch;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Channels and their signs of life, in memory; a stale copy can stand before a connected one. */
public final class InMemoryChannels
    implements Channels, ConnectedChannels, ChannelNames, ChannelSigns, CredentialWatch {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<String, ConnectedChannel> channels = new TreeMap<>();
  private final Map<ChannelId, ConnectedChannel> stale = new HashMap<>();
  private final Map<ChannelId, ChannelHealth> health = new HashMap<>();
  private final Map<String, Instant> written = new HashMap<>();
  private final Map<ChannelId, Due> watched = new HashMap<>();
  private final List<String> signs = new ArrayList<>();

  public InMemoryChannels() {
    this(InstantSource.fixed(Instant.EPOCH));
  }

  public InMemoryChannels(InstantSource clock) {
    this.clock = clock;
  }

  /** Lets the channel be found as it once was, until it is asked for afresh. */
  public void putStale(ConnectedChannel channel) {
    stale.put(channel.channel().id(), channel);
  }

  /** Returns each sign that was given: {@code received}, {@code sent} or the code of a trouble. */
  public List<String> signs() {
    return List.copyOf(signs);
  }

  @Override
  public PutOutcome put(ConnectedChannel connected) {
    Channel channel = connected.channel();
    ConnectedChannel before = channels.putIfAbsent(channel.id().value(), connected);
    if (before != null && !isOf(channel.merchantId(), before)) {
      return new PutOutcome.Taken();
    }
    if (before != null && before.channel().type() != channel.type()) {
      return new PutOutcome.OtherType(before.channel().type().wireName());
    }
    channels.put(channel.id().value(), connected);
    change(
        channel.id(),
        h -> new ChannelHealth(h.lastEventAt(), h.lastSendAt(), h.lastError(), null, null));
    if (connected.credentials() instanceof ChannelCredentials.Meta) {
      watched.put(channel.id(), new Due(channel.id(), clock.instant()));
    }
    return new PutOutcome.Connected(entry(connected), watched.get(channel.id()));
  }

  private static boolean isOf(MerchantId merchant, ConnectedChannel channel) {
    return channel.channel().merchantId().equals(merchant);
  }

  @Override
  public Optional<Entry> find(MerchantId merchant, ChannelId id) {
    return Optional.ofNullable(channels.get(id.value()))
        .filter(channel -> isOf(merchant, channel))
        .map(this::entry);
  }

  private Entry entry(ConnectedChannel channel) {
    return new Entry(
        channel.channel(), health.getOrDefault(channel.channel().id(), ChannelHealth.UNKNOWN));
  }

  @Override
  public Page<Entry> list(MerchantId merchant, PageRequest page) {
    String cursor = page.cursor();
    List<Entry> left =
        own(merchant).stream()
            .filter(c -> cursor == null || c.channel().id().value().compareTo(cursor) > 0)
            .map(this::entry)
            .toList();
    List<Entry> items = left.subList(0, Math.min(left.size(), page.limit()));
    return new Page<>(
        items, left.size() > items.size() ? items.getLast().channel().id().value() : null);
  }

  private List<ConnectedChannel> own(MerchantId merchant) {
    return channels.values().stream().filter(channel -> isOf(merchant, channel)).toList();
  }

  @Override
  public boolean remove(MerchantId merchant, ChannelId id) {
    boolean own = find(merchant, id).isPresent();
    if (own) {
      channels.remove(id.value());
      health.remove(id);
      watched.remove(id);
    }
    return own;
  }

  @Override
  public Map<ChannelId, String> of(MerchantId merchant) {
    return own(merchant).stream()
        .map(ConnectedChannel::channel)
        .collect(Collectors.toMap(Channel::id, Channel::name));
  }

  @Override
  public Optional<ConnectedChannel> find(ChannelId id) {
    return Optional.ofNullable(stale.getOrDefault(id, channels.get(id.value())));
  }

  @Override
  public Optional<ConnectedChannel> findFresh(ChannelId id) {
    stale.remove(id);
    return find(id);
  }

  @Override
  public Optional<ConnectedChannel> findOf(Channel sibling, String accountId) {
    return own(sibling.merchantId()).stream()
        .filter(channel -> channel.channel().type() == sibling.type())
        .filter(
            channel ->
                channel.credentials() instanceof ChannelCredentials.Meta meta
                    && meta.accountId().equals(accountId))
        .findFirst();
  }

  @Override
  public void received(ChannelId id) {
    Instant now = clock.instant();
    sign(
        id,
        "received",
        h ->
            new ChannelHealth(
                now,
                h.lastSendAt(),
                h.lastError(),
                h.credentialExpiresAt(),
                h.credentialsRefusedAt()));
  }

  @Override
  public void sent(ChannelId id) {
    Instant now = clock.instant();
    sign(
        id,
        "sent",
        h -> new ChannelHealth(h.lastEventAt(), now, h.lastError(), h.credentialExpiresAt(), null));
    written.remove(id.value() + "#" + Trouble.CREDENTIALS_REJECTED);
  }

  @Override
  public void failed(ChannelId id, String code, String reason) {
    Instant now = clock.instant();
    boolean refused = code.equals(Trouble.CREDENTIALS_REJECTED);
    if (refused) {
      written.remove(id.value() + "#sent");
    }
    sign(
        id,
        code,
        h ->
            new ChannelHealth(
                h.lastEventAt(),
                h.lastSendAt(),
                new Trouble(now, code, reason),
                h.credentialExpiresAt(),
                refused ? now : h.credentialsRefusedAt()));
  }

  private void sign(ChannelId id, String sign, UnaryOperator<ChannelHealth> change) {
    signs.add(sign);
    Instant now = clock.instant();
    String kind = id.value() + "#" + sign;
    Instant before = written.get(kind);
    if (before == null || !before.plus(PAUSE).isAfter(now)) {
      written.put(kind, now);
      change(id, change);
    }
  }

  private void change(ChannelId id, UnaryOperator<ChannelHealth> change) {
    if (channels.containsKey(id.value())) {
      health.put(id, change.apply(health.getOrDefault(id, ChannelHealth.UNKNOWN)));
    }
  }

  @Override
  public List<Due> due(int most) {
    return watched.values().stream()
        .filter(due -> !due.at().isAfter(clock.instant()))
        .sorted(Comparator.comparing(Due::at).thenComparing(due -> due.id().value()))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Optional<Due> putOff(Due due, Instant until) {
    Due later = new Due(due.id(), until);
    return watched.replace(due.id(), due, later) ? Optional.of(later) : Optional.empty();
  }

  @Override
  public synchronized void keep(Due due, CredentialReport.Valid report, Instant next) {
    if (putOff(due, next).isPresent()) {
      change(
          due.id(),
          h ->
              new ChannelHealth(
                  h.lastEventAt(), h.lastSendAt(), h.lastError(), report.expiresAt(), null));
    }
  }

  @Override
  public synchronized void keep(Due due, CredentialReport.Refused report, Instant next) {
    Instant now = clock.instant();
    if (putOff(due, next).isPresent()) {
      Trouble trouble = new Trouble(now, Trouble.CREDENTIALS_REJECTED, report.reason());
      change(
          due.id(),
          h ->
              new ChannelHealth(h.lastEventAt(), h.lastSendAt(), trouble, report.expiresAt(), now));
    }
  }
}
