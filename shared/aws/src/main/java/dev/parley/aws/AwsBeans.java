package dev.parley.aws;

import dev.parley.aws.log.Console;
import dev.parley.aws.log.Log;
import dev.parley.aws.request.MerchantRate;
import dev.parley.aws.request.RequestCounts;
import dev.parley.aws.runtime.RuntimeEnvironment;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The beans under every function; each is made when it is first asked for. The AWS clients are lent
 * by the context itself.
 */
@Factory
public class AwsBeans {
  /** The time in milliseconds, which is what the API shows and the tables keep. */
  @Singleton
  InstantSource clock(RuntimeEnvironment environment) {
    InstantSource clock = environment.clock();
    return () -> clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Singleton
  Log log(RuntimeEnvironment environment, InstantSource clock) {
    return new Log(environment.required("AWS_LAMBDA_FUNCTION_NAME"), clock, Console.out());
  }

  @Singleton
  MerchantRate merchantRate(
      RuntimeEnvironment environment, RequestCounts counts, InstantSource clock, Log log) {
    return new MerchantRate(
        Integer.parseInt(environment.required("MERCHANT_RATE_PER_SECOND")), counts, clock, log);
  }
}
