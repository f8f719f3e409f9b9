package dev.parley.bench.reference;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;

/** Micronaut's own context with all switches off that a function can do without. */
final class LeanBuilder {
  private LeanBuilder() {}

  static ApplicationContextBuilder of() {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .deduceCloudEnvironment(false)
        .bootstrapEnvironment(false)
        .environmentPropertySource(false)
        .eagerInitConfiguration(false)
        .banner(false);
  }
}
