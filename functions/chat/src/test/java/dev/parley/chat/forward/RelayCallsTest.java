package dev.parley.chat.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.forward.ForwardJobJson;
import dev.parley.aws.id.RandomIds;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannel.Off;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.MalformedJson;
import dev.parley.testkit.forward.RecordingForwards;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayCallsTest {
  private static final int MOST_OF_A_QUEUE = 262_144;

  private final RecordingForwards queue = new RecordingForwards();

  private static ConnectedChannel channel(String... forwards) {
    return new ConnectedChannel(
        new Channel(
            new ChannelId("line-shop"), new MerchantId("mer_1"), ChannelType.LINE, "Shop", null),
        new ChannelCredentials.Line("secret", "token"),
        List.of(forwards));
  }

  private List<Delivery> relayed(String body, String... forwards) throws MalformedJson {
    new RelayCalls(queue, queue)
        .relay(channel(forwards), body.getBytes(UTF_8), new RandomIds(InstantSource.system()));
    List<ForwardJob> jobs = new ArrayList<>(queue.drained());
    jobs.addAll(queue.oldest(1000));
    return jobs.stream().map(job -> ((ForwardJob.First) job).delivery()).toList();
  }

  /** Returns text that can't be made small. */
  private static String event(Random random, int length) {
    String text =
        random
            .ints(length, 'A', 'z')
            .mapToObj(c -> c == '\\' ? "!" : Character.toString(c))
            .collect(Collectors.joining());
    return "{ \"text\" : \"" + text + "\" }";
  }

  @Test
  void everyForwardGetsTheCallByteForByte() throws MalformedJson {
    String body = "{ \"destination\" : \"U\",\n \"events\":[{\"a\":1},{\"b\":\"茶\"}] }";

    List<Delivery> relayed = relayed(body, "https://one.test/", "https://two.test/");

    assertEquals(
        List.of("line-shop https://one.test/", "line-shop https://two.test/"),
        relayed.stream().map(d -> d.target().name()).toList());
    assertEquals(List.of(body, body), relayed.stream().map(Delivery::body).toList());
    assertEquals("line.webhook", relayed.getFirst().type());
  }

  @Test
  void aChannelWithoutForwardsCostsNothing() throws MalformedJson {
    assertEquals(List.of(), relayed("{\"events\":[{}]}"));
  }

  @Test
  void aForwardThatIsOffCostsNothing() throws MalformedJson {
    ConnectedChannel open = channel("https://one.test/", "https://two.test/");
    Off off = new Off(Set.of("https://one.test/"), 1);

    new RelayCalls(queue, queue)
        .relay(
            new ConnectedChannel(open.channel(), open.credentials(), open.forwards(), off),
            "{\"events\":[{}]}".getBytes(UTF_8),
            new RandomIds(InstantSource.system()));

    assertEquals(
        List.of("line-shop https://two.test/"),
        queue.drained().stream()
            .map(job -> ((ForwardJob.First) job).delivery().target().name())
            .toList());
  }

  @Test
  void whatTheQueueDoesNotTakeIsParked() throws MalformedJson {
    queue.shut();

    assertEquals(2, relayed("{\"events\":[{}]}", "https://one.test/", "https://two.test/").size());
    assertEquals(2, queue.oldest(10).size());
  }

  @Test
  void aLargeCallThatShrinksGoesWhole() throws MalformedJson {
    String body = "{\"events\":[{\"a\":\"" + "tea ".repeat(100_000) + "\"},{}]}";

    assertEquals(
        List.of(body), relayed(body, "https://one.test/").stream().map(Delivery::body).toList());
  }

  @Test
  void aCallThatIsTooLargeGoesAsSeveralWithAllItsEventsInOrder() throws MalformedJson {
    Random random = new Random(7);
    List<String> events = IntStream.range(0, 20).mapToObj(i -> event(random, 60_000)).toList();
    String body = "{\"destination\":\"U\",\"events\":[" + String.join(",", events) + "]}";

    List<Delivery> relayed = relayed(body, "https://one.test/");

    assertTrue(relayed.size() > 4 && relayed.size() < 20, () -> relayed.size() + " parts");
    assertEquals(
        String.join(",", events),
        relayed.stream().map(d -> listIn(d.body())).collect(Collectors.joining(",")));
    for (Delivery part : relayed) {
      JsonObject json = Json.readOwn(part.body());
      assertEquals("U", json.text("destination"));
      int size = ForwardJobJson.text(new ForwardJob.First(part)).length();
      assertTrue(size < MOST_OF_A_QUEUE, () -> size + " bytes");
    }
  }

  @Test
  void theLargestEventThatTheQueueOfEventsTakesFitsAlone() throws MalformedJson {
    String body = "{\"events\":[" + event(new Random(7), 199_980) + "]}";

    Delivery delivery = relayed(body, "https://one.test/").getFirst();

    int size = ForwardJobJson.text(new ForwardJob.First(delivery)).length();
    assertTrue(size < MOST_OF_A_QUEUE, () -> size + " bytes");
  }

  private static String listIn(String body) {
    return body.substring(body.indexOf('[') + 1, body.lastIndexOf(']'));
  }
}
