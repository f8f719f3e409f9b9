package dev.parley.testkit.chat;

import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.domain.inbound.Senders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** By which id the conversation of a person of several ids goes, in memory. */
public final class InMemorySenders implements Senders {
  private final Map<Person, String> known = new HashMap<>();

  @Override
  public String find(ReceivedEvent received, Source source) {
    List<String> others = source.otherIds();
    if (others == null) {
      return source.id();
    }
    List<Person> people = new ArrayList<>();
    people.add(new Person(received.merchantId(), received.channelId(), source.id()));
    others.forEach(id -> people.add(new Person(received.merchantId(), received.channelId(), id)));
    String name =
        people.stream().map(known::get).filter(Objects::nonNull).findFirst().orElse(source.id());
    people.forEach(person -> known.putIfAbsent(person, name));
    return name;
  }

  private record Person(MerchantId merchant, ChannelId channel, String id) {}
}
