package dev.parley.sandbox.line;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The LINE users, and how each stands to each channel. */
final class Customers {
  /** How a user stands to a channel. */
  enum Standing {
    FRIEND,
    BLOCKED,
    STRANGER
  }

  private record Relation(Standing standing, @Nullable Instant lastMessage) {}

  /** So long a channel may push to a stranger who wrote to it. */
  private static final Duration STRANGER_WINDOW = Duration.ofDays(7);

  private final InstantSource clock;
  private final Map<String, Customer> byId = new LinkedHashMap<>();
  private final Map<String, Map<String, Relation>> relations = new LinkedHashMap<>();

  Customers(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void put(Customer customer) {
    byId.put(customer.userId(), customer);
  }

  synchronized Optional<Customer> find(String userId) {
    return Optional.ofNullable(byId.get(userId));
  }

  synchronized List<Customer> all() {
    return List.copyOf(byId.values());
  }

  /** Makes the user if there is none, and a friend of the channel if nothing stands between. */
  synchronized void ensure(String userId, String channelId) {
    byId.computeIfAbsent(
        userId, id -> new Customer(id, "Customer " + tail(id), null, null, "zh-TW"));
    ofUser(userId).putIfAbsent(channelId, new Relation(Standing.FRIEND, null));
  }

  synchronized void stand(String userId, String channelId, Standing standing) {
    Relation before = ofUser(userId).get(channelId);
    Instant last = before == null ? null : before.lastMessage();
    ofUser(userId).put(channelId, new Relation(standing, last));
  }

  synchronized void wrote(String userId, String channelId) {
    Relation before = ofUser(userId).get(channelId);
    Standing standing = before == null ? Standing.STRANGER : before.standing();
    ofUser(userId).put(channelId, new Relation(standing, clock.instant()));
  }

  synchronized Optional<Standing> standing(String userId, String channelId) {
    return Optional.ofNullable(ofUser(userId).get(channelId)).map(Relation::standing);
  }

  /** Whether a message of the channel reaches the user. */
  synchronized boolean reachable(String userId, String channelId) {
    Relation relation = ofUser(userId).get(channelId);
    if (relation == null || relation.standing() == Standing.BLOCKED) {
      return false;
    }
    Instant last = relation.lastMessage();
    return relation.standing() == Standing.FRIEND
        || (last != null && !clock.instant().isAfter(last.plus(STRANGER_WINDOW)));
  }

  /** The channels that the user has to do with, in the order in which that began. */
  synchronized List<String> channels(String userId) {
    return List.copyOf(ofUser(userId).keySet());
  }

  private Map<String, Relation> ofUser(String userId) {
    return relations.computeIfAbsent(userId, id -> new LinkedHashMap<>());
  }

  private static String tail(String id) {
    return id.substring(Math.max(0, id.length() - 4));
  }
}
