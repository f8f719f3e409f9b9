package dev.parley.bench.reference;

import dev.parley.bench.plain.LineWork;
import dev.parley.bench.plain.PlainAws;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The work and its clients as beans. */
@Factory
class ReferenceBeans {
  @Singleton
  PlainAws aws() {
    return new PlainAws(PlainAws.crt());
  }

  @Singleton
  DynamoDbClient dynamoDb(PlainAws aws) {
    return aws.dynamoDb();
  }

  @Singleton
  SqsClient sqs(PlainAws aws) {
    return aws.sqs();
  }

  @Singleton
  KmsClient kms(PlainAws aws) {
    return aws.kms();
  }

  @Singleton
  LineWork work(DynamoDbClient dynamo, SqsClient sqs, KmsClient kms) {
    return new LineWork(dynamo, sqs, kms);
  }
}
