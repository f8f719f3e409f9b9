package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.aws.stream.StreamStretch;
import dev.parley.domain.attribution.OrderChanges.Batch;
import dev.parley.domain.forward.Occurrences.Place;
import dev.parley.domain.forward.ToldChanges;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The streams of the tables of messages and conversations. */
final class StreamedChanges implements ToldChanges {
  private final DynamoDbStreamsClient streams;

  StreamedChanges(DynamoDbStreamsClient streams) {
    this.streams = streams;
  }

  @Override
  public List<ToldChange> in(Batch batch) {
    return new StreamStretch(batch.stream(), batch.shard(), batch.first(), batch.last())
        .read(streams).stream().map(StreamedChanges::told).toList();
  }

  private static ToldChange told(StreamStretch.Changed change) {
    Item keys = Item.of(change.keys());
    return new ToldChange(change.sequenceNumber(), new Place(keys.text("pk"), keys.text("sk")));
  }
}
