package dev.parley.domain.channel;

/** A channel with the credentials that open it. */
public record ConnectedChannel(Channel channel, ChannelCredentials credentials) {}
