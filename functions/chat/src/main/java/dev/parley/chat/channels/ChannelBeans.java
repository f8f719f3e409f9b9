package dev.parley.chat.channels;

import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.channel.CredentialChecks;
import dev.parley.domain.channel.CredentialWatch;
import dev.parley.platforms.meta.GraphTokens;
import dev.parley.platforms.meta.MetaEndpoints;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The beans behind connecting channels. */
@Factory
public class ChannelBeans {
  @Singleton
  ConnectChannels connectChannels(
      Channels channels,
      ConnectedChannels connected,
      WatchCredentials watching,
      RuntimeEnvironment environment) {
    return new ConnectChannels(
        channels, new WidgetSecrets(connected), watching, environment.required("PUBLIC_BASE_URL"));
  }

  @Singleton
  CredentialChecks credentialChecks(RuntimeEnvironment environment) {
    return new GraphTokens(
        new MetaEndpoints(
            environment.required("META_GRAPH_BASE_URL"),
            environment.required("INSTAGRAM_GRAPH_BASE_URL")));
  }

  @Singleton
  WatchCredentials watchCredentials(
      CredentialWatch watch,
      ConnectedChannels channels,
      CredentialChecks checks,
      InstantSource clock) {
    return new WatchCredentials(watch, channels, checks, clock);
  }
}
