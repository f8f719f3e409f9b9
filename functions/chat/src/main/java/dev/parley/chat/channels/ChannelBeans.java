package dev.parley.chat.channels;

import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.channel.ConnectedChannels;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The beans behind connecting channels. */
@Factory
public class ChannelBeans {
  @Singleton
  ConnectChannels connectChannels(
      Channels channels, ConnectedChannels connected, RuntimeEnvironment environment) {
    return new ConnectChannels(
        channels, new WidgetSecrets(connected), environment.required("PUBLIC_BASE_URL"));
  }
}
