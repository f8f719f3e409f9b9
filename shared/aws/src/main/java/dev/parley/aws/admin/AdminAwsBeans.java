package dev.parley.aws.admin;

import dev.parley.aws.request.Idempotency;
import dev.parley.aws.request.RequestCounts;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.merchant.AgentKeys;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.ApiKeys;
import dev.parley.domain.merchant.Merchants;
import dev.parley.domain.report.KnownOrders;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The beans over the tables of merchants and requests. */
@Factory
public class AdminAwsBeans {
  @Singleton
  ApiKeys apiKeys(DynamoDbClient dynamo, RuntimeEnvironment environment, InstantSource clock) {
    return new DynamoApiKeys(dynamo, environment.required("MERCHANTS_TABLE"), clock);
  }

  @Singleton
  Idempotency idempotency(
      DynamoDbClient dynamo, RuntimeEnvironment environment, InstantSource clock) {
    return new DynamoIdempotency(dynamo, environment.required("REQUESTS_TABLE"), clock);
  }

  @Singleton
  RequestCounts requestCounts(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new DynamoRequestCounts(dynamo, environment.required("REQUESTS_TABLE"));
  }

  @Singleton
  MerchantBook merchantBook(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new MerchantBook(dynamo, environment.required("MERCHANTS_TABLE"));
  }

  @Singleton
  Merchants merchants(MerchantBook book) {
    return new DynamoMerchants(book);
  }

  @Singleton
  Agents agents(MerchantBook book) {
    return new DynamoAgents(book);
  }

  @Singleton
  AgentKeys agentKeys(MerchantBook book) {
    return new DynamoAgentKeys(book);
  }

  @Singleton
  KnownOrders knownOrders(
      DynamoDbClient dynamo, RuntimeEnvironment environment, InstantSource clock) {
    return new DynamoKnownOrders(dynamo, environment.required("FIGURES_TABLE"), clock);
  }
}
