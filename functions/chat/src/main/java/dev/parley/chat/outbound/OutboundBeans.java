package dev.parley.chat.outbound;

import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.outbound.Outbox;
import dev.parley.domain.outbound.SentMessages;
import dev.parley.domain.referral.TypedLinks;
import dev.parley.platforms.PlatformClients;
import dev.parley.platforms.instagram.InstagramRules;
import dev.parley.platforms.line.HttpLineMessenger;
import dev.parley.platforms.line.LineEndpoints;
import dev.parley.platforms.messenger.MessengerRules;
import dev.parley.platforms.whatsapp.HttpWhatsappMessenger;
import dev.parley.platforms.widget.WidgetMessenger;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The beans behind what agents say, and the platforms' clients. */
@Factory
public class OutboundBeans {
  private static final String META = "META_GRAPH_BASE_URL";

  @Singleton
  PlatformClients platformClients(RuntimeEnvironment environment) {
    return new PlatformClients(
        new HttpLineMessenger(
            new LineEndpoints(
                environment.required("LINE_API_BASE_URL"),
                environment.required("LINE_DATA_API_BASE_URL"))),
        MessengerRules.client(environment.required(META)),
        InstagramRules.client(environment.required("INSTAGRAM_GRAPH_BASE_URL")),
        new HttpWhatsappMessenger(environment.required(META)),
        new WidgetMessenger());
  }

  @Singleton
  SendMessage sendMessage(TypedLinks typedLinks, Outbox outbox, InstantSource clock) {
    return new SendMessage(typedLinks, outbox, clock);
  }

  @Singleton
  DispatchMessages dispatchMessages(
      SentMessages sent,
      PlatformClients clients,
      ConnectedChannels channels,
      ChannelSigns signs,
      InstantSource clock,
      RuntimeEnvironment environment) {
    int mostReceives = Integer.parseInt(environment.required("OUTBOUND_MAX_RECEIVES"));
    return new DispatchMessages(
        sent, new Platform(clients::messenger, channels), signs, clock, mostReceives);
  }
}
