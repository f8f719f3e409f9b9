package dev.parley.aws.referral;

import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.referral.AttributionSettings;
import dev.parley.domain.referral.NewReferral;
import dev.parley.domain.referral.Referrals;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The beans over the tables of referrals, orders and figures. */
@Factory
public class ReferralAwsBeans {
  private static final String REFERRALS = "REFERRALS_TABLE";

  @Singleton
  Referrals referrals(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new DynamoReferrals(dynamo, environment.required(REFERRALS));
  }

  @Singleton
  AttributionSettings attributionSettings(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new DynamoAttributionSettings(dynamo, environment.required(REFERRALS));
  }

  @Singleton
  NewReferral newReferral(AttributionSettings settings, RuntimeEnvironment environment) {
    return new NewReferral(settings, environment.required("PUBLIC_BASE_URL"));
  }
}
