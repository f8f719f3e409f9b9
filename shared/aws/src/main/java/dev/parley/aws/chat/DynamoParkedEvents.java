package dev.parley.aws.chat;

import dev.parley.aws.log.Log;
import dev.parley.aws.parking.ParkedItems;
import dev.parley.domain.inbound.ParkedEvents;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.json.MalformedJson;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Parked events in the parking table. */
final class DynamoParkedEvents extends ParkedItems<ReceivedEvent> implements ParkedEvents {
  DynamoParkedEvents(DynamoDbClient dynamo, String table, Log log) {
    super(dynamo, table, "E", log);
  }

  @Override
  protected String id(ReceivedEvent event) {
    return event.deliveryId();
  }

  @Override
  protected Instant since(ReceivedEvent event) {
    return event.receivedAt();
  }

  @Override
  protected String write(ReceivedEvent event) {
    return ReceivedEventJson.text(event);
  }

  @Override
  protected ReceivedEvent read(String body) throws MalformedJson {
    return ReceivedEventJson.read(body);
  }
}
