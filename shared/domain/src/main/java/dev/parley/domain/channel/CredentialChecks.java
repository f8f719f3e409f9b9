package dev.parley.domain.channel;

/** Asks platforms whether what opens a channel is good, and until when. */
public interface CredentialChecks {
  CredentialReport check(ChannelCredentials.Meta credentials);
}
