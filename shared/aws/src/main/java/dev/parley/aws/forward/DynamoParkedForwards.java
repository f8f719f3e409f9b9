package dev.parley.aws.forward;

import dev.parley.aws.log.Log;
import dev.parley.aws.parking.ParkedItems;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.ForwardJob.Again;
import dev.parley.domain.forward.ForwardJob.First;
import dev.parley.domain.forward.ForwardJob.Retell;
import dev.parley.domain.forward.ParkedForwards;
import dev.parley.json.MalformedJson;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Parked deliveries in the parking table. */
final class DynamoParkedForwards extends ParkedItems<ForwardJob> implements ParkedForwards {
  DynamoParkedForwards(DynamoDbClient dynamo, String table, Log log) {
    super(dynamo, table, "F", log);
  }

  @Override
  protected String id(ForwardJob job) {
    return switch (job) {
      case First first -> first.delivery().id().value();
      case Again again -> again.id().value();
      case Retell retell -> retell.place().name();
    };
  }

  @Override
  protected Instant since(ForwardJob job) {
    return switch (job) {
      case First first -> first.delivery().createdAt();
      case Again again -> again.dueAt();
      case Retell retell -> Instant.EPOCH;
    };
  }

  @Override
  protected String write(ForwardJob job) {
    return ForwardJobJson.text(job);
  }

  @Override
  protected ForwardJob read(String body) throws MalformedJson {
    return ForwardJobJson.read(body);
  }
}
