package dev.parley.aws.referral;

import dev.parley.aws.log.Log;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.attribution.ClickQueue;
import dev.parley.domain.attribution.Clicks;
import dev.parley.domain.attribution.Credits;
import dev.parley.domain.attribution.Customers;
import dev.parley.domain.attribution.OrderChanges;
import dev.parley.domain.attribution.Orders;
import dev.parley.domain.attribution.ParkedClicks;
import dev.parley.domain.catalog.Products;
import dev.parley.domain.referral.AttributionSettings;
import dev.parley.domain.referral.NewReferral;
import dev.parley.domain.referral.Referrals;
import dev.parley.domain.referral.TrackTypedLinks;
import dev.parley.domain.referral.TypedLinks;
import dev.parley.domain.report.FigureCells;
import dev.parley.domain.report.MessagePriceSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The beans over the tables of referrals, orders and figures. */
@Factory
public class ReferralAwsBeans {
  private static final String REFERRALS = "REFERRALS_TABLE";
  private static final String FIGURES = "FIGURES_TABLE";

  @Singleton
  Referrals referrals(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new DynamoReferrals(dynamo, environment.required(REFERRALS));
  }

  @Singleton
  AttributionSettings attributionSettings(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new DynamoAttributionSettings(dynamo, environment.required(REFERRALS));
  }

  @Singleton
  MessagePriceSettings messagePrices(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new DynamoMessagePrices(dynamo, environment.required(REFERRALS));
  }

  @Singleton
  NewReferral newReferral(AttributionSettings settings, RuntimeEnvironment environment) {
    return new NewReferral(settings, environment.required("PUBLIC_BASE_URL"));
  }

  @Singleton
  TypedLinks typedLinks(Products products, Referrals referrals, NewReferral newReferral) {
    return new TrackTypedLinks(products, referrals, newReferral);
  }

  @Singleton
  ClickQueue clickQueue(SqsClient sqs, RuntimeEnvironment environment) {
    return new SqsClickQueue(sqs, environment.required("CLICKS_QUEUE_URL"));
  }

  @Singleton
  ParkedClicks parkedClicks(DynamoDbClient dynamo, RuntimeEnvironment environment, Log log) {
    return new DynamoParkedClicks(dynamo, environment.required("PARKED_TABLE"), log);
  }

  @Singleton
  Clicks clicks(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new DynamoClicks(dynamo, environment.required(REFERRALS), environment.required(FIGURES));
  }

  @Singleton
  Orders orders(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new DynamoOrders(dynamo, environment.required("ORDERS_TABLE"));
  }

  @Singleton
  OrderChanges orderChanges(DynamoDbStreamsClient streams) {
    return new StreamedOrderChanges(streams);
  }

  @Singleton
  Customers customers(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new DynamoCustomers(dynamo, environment.required(REFERRALS));
  }

  @Singleton
  Credits credits(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new DynamoCredits(
        dynamo, environment.required(REFERRALS), environment.required(FIGURES));
  }

  @Singleton
  FigureCells figureCells(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new DynamoFigureCells(dynamo, environment.required(FIGURES));
  }
}
