package dev.parley.admin.health;

import dev.parley.domain.channel.Channels;
import dev.parley.domain.forward.Endpoints;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The beans behind what is told of health. */
@Factory
public class HealthBeans {
  @Singleton
  ReadHealth readHealth(Channels channels, Endpoints endpoints) {
    return new ReadHealth(channels, endpoints);
  }
}
