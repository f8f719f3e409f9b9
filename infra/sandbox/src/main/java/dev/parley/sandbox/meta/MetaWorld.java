package dev.parley.sandbox.meta;

import dev.parley.sandbox.chat.Chats;
import dev.parley.sandbox.chat.Contents;
import java.time.InstantSource;

/** Everything that a simulated platform of Meta's remembers. */
public record MetaWorld<A extends Account>(
    InstantSource clock,
    MetaIds ids,
    Accounts<A> accounts,
    People people,
    Chats chats,
    Contents contents,
    Switches switches) {

  public static <A extends Account> MetaWorld<A> at(InstantSource clock) {
    return new MetaWorld<>(
        clock,
        new MetaIds(clock),
        new Accounts<>(),
        new People(clock),
        new Chats(),
        new Contents(),
        new Switches());
  }
}
