package dev.parley.testkit.chat;

import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.Profile;
import dev.parley.domain.inbound.Profiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A platform that tells who people and groups are, and keeps of whom it was asked. */
public final class InMemoryProfiles implements Profiles {
  private final Map<String, Profile> profiles = new HashMap<>();
  private final List<Source> asked = new ArrayList<>();
  private @Nullable RuntimeException fault;

  public void put(String id, Profile profile) {
    profiles.put(id, profile);
  }

  /** Lets every question fail with the fault, or none when it is {@code null}. */
  public void failWith(@Nullable RuntimeException newFault) {
    fault = newFault;
  }

  public List<Source> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Optional<Profile> find(ConnectedChannel channel, Source source) {
    asked.add(source);
    if (fault != null) {
      throw fault;
    }
    return Optional.ofNullable(profiles.get(source.id()));
  }
}
