package dev.parley.chat.channels;

import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.channel.Channels;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The beans behind connecting channels. */
@Factory
public class ChannelBeans {
  @Singleton
  ConnectChannels connectChannels(Channels channels, RuntimeEnvironment environment) {
    return new ConnectChannels(channels, environment.required("PUBLIC_BASE_URL"));
  }
}
