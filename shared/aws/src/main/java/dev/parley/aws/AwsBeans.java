package dev.parley.aws;

import dev.parley.aws.runtime.RuntimeEnvironment;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The shared beans of every function: clock, AWS clients, and the adapters over them; each is made when first asked for. */
@Factory
public class AwsBeans {
  @Singleton
  InstantSource clock(RuntimeEnvironment environment) {
    return environment.clock();
  }
}
