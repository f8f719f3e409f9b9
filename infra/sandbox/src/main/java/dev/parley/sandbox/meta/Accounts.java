package dev.parley.sandbox.meta;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accounts that a platform knows, by id and by token, and how long each token lives. */
public final class Accounts<A extends Account> {
  private final Map<String, A> byId = new LinkedHashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Instant> expiries = new HashMap<>();
  private final Map<String, Instant> dataAccessEnds = new HashMap<>();
  private final Set<String> subscribed = new HashSet<>();

  /** Adds an account or replaces it; its token lives again, its webhook must be verified again. */
  public synchronized void put(A account, @Nullable String name) {
    byId.put(account.id(), account);
    expiries.remove(account.credentials().accessToken());
    dataAccessEnds.remove(account.credentials().accessToken());
    subscribed.remove(account.id());
    if (name != null) {
      names.put(account.id(), name);
    }
  }

  public synchronized Optional<A> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public synchronized List<A> all() {
    return List.copyOf(byId.values());
  }

  /** The accounts that a token opens; none if it is no token. */
  public synchronized List<A> ofToken(String token) {
    return byId.values().stream()
        .filter(account -> account.credentials().accessToken().equals(token))
        .toList();
  }

  /** What customers see as the account's name. */
  public synchronized String name(String id) {
    return names.getOrDefault(id, "Shop " + id);
  }

  public synchronized void subscribe(String id) {
    subscribed.add(id);
  }

  /** Whether the webhook stood the challenge, so that it gets what happens. */
  public synchronized boolean isSubscribed(String id) {
    return subscribed.contains(id);
  }

  /** Lets the account's token end then. */
  public synchronized void expire(A account, Instant at) {
    expiries.put(account.credentials().accessToken(), at);
  }

  /** Lets what the account's token may read end then. */
  synchronized void endDataAccess(A account, Instant at) {
    dataAccessEnds.put(account.credentials().accessToken(), at);
  }

  /** When what a token may read ends, if it does. */
  synchronized Optional<Instant> dataAccessEnd(String token) {
    return Optional.ofNullable(dataAccessEnds.get(token));
  }

  /** When a token ends, if it does. */
  public synchronized Optional<Instant> expiry(String token) {
    return Optional.ofNullable(expiries.get(token));
  }

  /** Whether an app of one of the accounts has that secret. */
  public synchronized boolean hasSecret(String secret) {
    return byId.values().stream().anyMatch(a -> a.credentials().appSecret().equals(secret));
  }
}
