package dev.parley.aws.catalog;

import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.catalog.Catalogue;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The beans over the table of products. */
@Factory
public class CatalogAwsBeans {
  @Singleton
  DynamoProducts products(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new DynamoProducts(dynamo, environment.required("PRODUCTS_TABLE"));
  }

  @Singleton
  Catalogue catalogue(
      DynamoDbClient dynamo, RuntimeEnvironment environment, DynamoProducts products) {
    return new DynamoCatalogue(dynamo, environment.required("PRODUCTS_TABLE"), products);
  }
}
