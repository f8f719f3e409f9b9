package dev.parley.testkit.chat;

import dev.parley.domain.channel.ChannelNames;
import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.channel.CredentialWatch;

final class InMemoryChannelsTest extends ChannelsContractTest {
  private final InMemoryChannels all = new InMemoryChannels(clock());

  @Override
  protected Channels channels() {
    return all;
  }

  @Override
  protected ConnectedChannels connected() {
    return all;
  }

  @Override
  protected ChannelNames names() {
    return all;
  }

  @Override
  protected CredentialWatch watch() {
    return all;
  }

  @Override
  protected ChannelSigns signs() {
    return all;
  }
}
