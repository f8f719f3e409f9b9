package dev.parley.testkit.deadletter;

import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetter.Settlement;
import dev.parley.domain.deadletter.DeadLetter.Status;
import dev.parley.domain.deadletter.DeadLetters;
import dev.parley.domain.id.DeadLetterId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Dead letters in memory. */
public final class InMemoryDeadLetters implements DeadLetters {
  private static final Duration LIFE_ONCE_SETTLED = Duration.ofDays(90);

  private final Map<DeadLetterId, Kept> letters = new HashMap<>();
  private final InstantSource clock;

  public InMemoryDeadLetters(InstantSource clock) {
    this.clock = clock;
  }

  /** Returns the letters of all merchants and of none. */
  public List<DeadLetter> all() {
    return letters.values().stream().map(Kept::letter).toList();
  }

  @Override
  public boolean keep(DeadLetter letter, Original original) {
    return letters.putIfAbsent(letter.id(), new Kept(letter, original)) == null;
  }

  @Override
  public Page<DeadLetter> list(MerchantId merchant, Filter filter, PageRequest page) {
    String cursor = page.cursor();
    List<DeadLetter> found =
        living(merchant)
            .map(Kept::letter)
            .filter(letter -> filter.status() == null || filter.status() == letter.status())
            .filter(letter -> filter.kind() == null || filter.kind() == letter.kind())
            .sorted(Comparator.comparing(InMemoryDeadLetters::place).reversed())
            .filter(letter -> cursor == null || place(letter).compareTo(cursor) < 0)
            .toList();
    List<DeadLetter> shown = found.subList(0, Math.min(found.size(), page.limit()));
    return new Page<>(shown, found.size() > shown.size() ? place(shown.getLast()) : null);
  }

  private Stream<Kept> living(MerchantId merchant) {
    return letters.values().stream()
        .filter(kept -> merchant.equals(kept.letter().merchantId()))
        .filter(kept -> lives(kept.letter()));
  }

  private boolean lives(DeadLetter letter) {
    Settlement settled = letter.settlement();
    return settled == null || clock.instant().isBefore(end(settled));
  }

  private static Instant end(Settlement settled) {
    return Instant.ofEpochSecond(settled.at().plus(LIFE_ONCE_SETTLED).getEpochSecond());
  }

  private static String place(DeadLetter letter) {
    return letter.failedAt() + "#" + letter.id();
  }

  @Override
  public Optional<Kept> find(MerchantId merchant, DeadLetterId id) {
    return living(merchant).filter(kept -> kept.letter().id().equals(id)).findFirst();
  }

  @Override
  public boolean settle(MerchantId merchant, DeadLetterId id, Settlement settlement) {
    Kept kept = find(merchant, id).filter(k -> givesWay(k.letter(), settlement)).orElse(null);
    if (kept == null) {
      return false;
    }
    letters.put(id, new Kept(kept.letter().with(settlement), kept.original()));
    return true;
  }

  private static boolean givesWay(DeadLetter letter, Settlement settlement) {
    return letter.status() == Status.OPEN
        || (letter.status() == Status.DISCARDED && settlement.status() == Status.RETRIED);
  }
}
