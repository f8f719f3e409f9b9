package dev.parley.aws.referral;

import dev.parley.aws.stream.StreamStretch;
import dev.parley.domain.attribution.OrderChanges;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The stream of the orders' table. */
final class StreamedOrderChanges implements OrderChanges {
  private final DynamoDbStreamsClient streams;

  StreamedOrderChanges(DynamoDbStreamsClient streams) {
    this.streams = streams;
  }

  @Override
  public List<OrderChange> in(Batch batch) {
    return new StreamStretch(batch.stream(), batch.shard(), batch.first(), batch.last())
        .read(streams).stream()
            .map(change -> new OrderChange(change.sequenceNumber(), OrderItems.key(change.keys())))
            .toList();
  }
}
