package dev.parley.sandbox.meta;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The people of a platform, and how each stands to each account. */
public final class People {
  /**
   * How someone stands to an account: when they last did something, and until when it may write.
   */
  public record Relation(boolean blocked, @Nullable Instant lastAction, Instant openUntil) {
    static final Relation NEW = new Relation(false, null, Instant.MIN);

    Relation blocked(boolean now) {
      return new Relation(now, lastAction, openUntil);
    }

    Relation acted(Instant at, Instant until) {
      return new Relation(blocked, at, until.isAfter(openUntil) ? until : openUntil);
    }

    /** Whether the account may write freely. */
    public boolean open(Instant now) {
      return !now.isAfter(openUntil);
    }

    /** Whether they did something within that time. */
    public boolean actedWithin(Duration time, Instant now) {
      return lastAction != null && !now.isAfter(lastAction.plus(time));
    }
  }

  private final InstantSource clock;
  private final Map<String, Person> byId = new LinkedHashMap<>();
  private final Map<String, Map<String, Relation>> relations = new LinkedHashMap<>();

  People(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized void put(Person person) {
    byId.put(person.id(), person);
  }

  public synchronized Optional<Person> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public synchronized Optional<Person> first(Predicate<Person> wanted) {
    return byId.values().stream().filter(wanted).findFirst();
  }

  public synchronized List<Person> all() {
    return List.copyOf(byId.values());
  }

  /** Lets someone have to do with an account, if that isn't so yet. */
  public synchronized void meet(String personId, String accountId) {
    of(personId).putIfAbsent(accountId, Relation.NEW);
  }

  /** Notes that someone did something that lets the account write for so long. */
  public synchronized void acted(String personId, String accountId, Duration opens) {
    Instant now = clock.instant();
    Relation before = of(personId).getOrDefault(accountId, Relation.NEW);
    of(personId).put(accountId, before.acted(now, now.plus(opens)));
  }

  public synchronized void block(String personId, String accountId, boolean blocked) {
    Relation before = of(personId).getOrDefault(accountId, Relation.NEW);
    of(personId).put(accountId, before.blocked(blocked));
  }

  public synchronized Optional<Relation> relation(String personId, String accountId) {
    return Optional.ofNullable(of(personId).get(accountId));
  }

  /** The accounts that someone has to do with, in the order in which that began. */
  public synchronized List<String> accounts(String personId) {
    return List.copyOf(of(personId).keySet());
  }

  private Map<String, Relation> of(String personId) {
    return relations.computeIfAbsent(personId, id -> new LinkedHashMap<>());
  }
}
