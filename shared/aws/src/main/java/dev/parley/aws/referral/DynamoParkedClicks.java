package dev.parley.aws.referral;

import dev.parley.aws.log.Log;
import dev.parley.aws.parking.ParkedItems;
import dev.parley.domain.attribution.Click;
import dev.parley.domain.attribution.ParkedClicks;
import dev.parley.domain.fault.TransientFault;
import dev.parley.json.MalformedJson;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Parked clicks in the parking table. When that is down as well, the log keeps the clicks whole, so
 * that no customer is held up: they name nobody, and can be queued again by hand.
 */
final class DynamoParkedClicks extends ParkedItems<Click> implements ParkedClicks {
  private final Log log;

  DynamoParkedClicks(DynamoDbClient dynamo, String table, Log log) {
    super(dynamo, table, "C", log);
    this.log = log;
  }

  @Override
  public void park(List<Click> clicks) {
    try {
      super.park(clicks);
    } catch (TransientFault e) {
      clicks.forEach(
          click -> log.error(e, w -> w.field("unparked", 1).field("click", write(click))));
    }
  }

  @Override
  protected String id(Click click) {
    return click.id();
  }

  @Override
  protected Instant since(Click click) {
    return click.at();
  }

  @Override
  protected String write(Click click) {
    return ClickJson.write(click);
  }

  @Override
  protected Click read(String body) throws MalformedJson {
    return ClickJson.read(body);
  }
}
