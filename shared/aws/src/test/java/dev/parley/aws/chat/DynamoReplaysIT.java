package dev.parley.aws.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.replay.EventPlace;
import dev.parley.domain.replay.Replay;
import dev.parley.domain.replay.Replays;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.chat.Customer;
import dev.parley.testkit.chat.ReplaysContractTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoReplaysIT extends ReplaysContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static String table = "";

  @BeforeAll
  static void makeTable() {
    table = AWS.table();
  }

  @Override
  protected Replays replays() {
    return new DynamoReplays(AWS.dynamo(), table, () -> Customer.NOON);
  }

  @Test
  void aRunIsForgottenAfterAMonth() {
    MerchantId merchant = new MerchantId("mer_1");
    ReplayId id = new ReplayId("rpl_old");
    EventPlace channel = EventPlace.of(merchant, Customer.CHANNEL, ChannelType.LINE);
    replays()
        .begin(
            new Replay(
                id,
                merchant,
                new Replay.Request.Named(List.of(), List.of(channel)),
                Replay.Status.SUCCEEDED,
                0,
                Replay.Counts.NONE,
                List.of(),
                new Replay.Progress(0, null, List.of(), null, List.of()),
                Customer.NOON.minus(Duration.ofDays(30)),
                Customer.NOON));

    assertEquals(Optional.empty(), replays().find(merchant, id));
  }
}
