package dev.parley.sandbox.meta;

/** An account and a person who talk to each other. */
public record Talk<A extends Account>(A account, Person person) {}
