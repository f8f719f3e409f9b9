package dev.parley.chat.forward;

import dev.parley.aws.item.Deflated;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.ForwardQueue;
import dev.parley.domain.forward.ParkedForwards;
import dev.parley.domain.forward.Target;
import dev.parley.domain.id.Ids;
import dev.parley.json.MalformedJson;
import dev.parley.platforms.line.LineWebhookBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Queues a webhook call for each forward of its channel, byte for byte; one that is larger than the
 * queue carries goes as several, each with some of its events.
 */
public final class RelayCalls {
  private static final int MOST_DEFLATED_BYTES = 180_000;

  private final ForwardQueue queue;
  private final ParkedForwards parked;

  public RelayCalls(ForwardQueue queue, ParkedForwards parked) {
    this.queue = queue;
    this.parked = parked;
  }

  /**
   * Queues the call, and parks what the queue can't take; a channel without open forwards is free.
   */
  public void relay(ConnectedChannel channel, byte[] body, Ids ids) throws MalformedJson {
    List<String> forwards = channel.openForwards();
    if (forwards.isEmpty()) {
      return;
    }
    String whole = new String(body, StandardCharsets.UTF_8);
    List<ForwardJob> jobs = new ArrayList<>();
    for (String part : LineWebhookBody.parts(whole, RelayCalls::fits)) {
      String eventId = ids.next("evt");
      for (String url : forwards) {
        jobs.add(new ForwardJob.First(delivery(channel.channel(), url, eventId, part, ids)));
      }
    }
    List<ForwardJob> left = queue.offer(jobs);
    if (!left.isEmpty()) {
      parked.park(left);
    }
  }

  private static boolean fits(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= MOST_DEFLATED_BYTES - 100
        || Deflated.of(bytes).length <= MOST_DEFLATED_BYTES;
  }

  private static Delivery delivery(
      Channel channel, String url, String eventId, String body, Ids ids) {
    Target target = new Target.Forward(channel.id(), url);
    return Delivery.of(
        channel.merchantId(), target, eventId, Delivery.LINE_CALL, ids.startedAt(), body);
  }
}
