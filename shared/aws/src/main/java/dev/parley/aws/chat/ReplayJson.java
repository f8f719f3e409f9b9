package dev.parley.aws.chat;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.replay.EventPlace;
import dev.parley.domain.replay.Replay;
import dev.parley.domain.replay.Replay.Counts;
import dev.parley.domain.replay.Replay.Failure;
import dev.parley.domain.replay.Replay.Progress;
import dev.parley.domain.replay.Replay.Reason;
import dev.parley.domain.replay.Replay.Request;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Runs that replay events as JSON of our own. */
final class ReplayJson {
  private static final String CHANNEL = "channel";
  private static final String CHANNELS = "channels";
  private static final String IDS = "ids";
  private static final String PLACES = "places";

  private ReplayJson() {}

  static String text(Replay replay) {
    return JsonWriter.text(w -> write(w, replay));
  }

  private static void write(JsonWriter w, Replay replay) {
    Instant finished = replay.finishedAt();
    w.object("request", r -> request(r, replay.request()))
        .field("status", replay.status().name())
        .object("counts", c -> counts(c, replay.counts()))
        .objects("failures", replay.failures(), ReplayJson::failure)
        .object("progress", p -> progress(p, replay.progress()))
        .field("startedAt", replay.startedAt().toEpochMilli());
    if (finished != null) {
      w.field("finishedAt", finished.toEpochMilli());
    }
  }

  private static void request(JsonWriter w, Request request) {
    switch (request) {
      case Request.Received received ->
          w.object(CHANNEL, c -> place(c, received.channel()))
              .field("from", received.from().toEpochMilli())
              .field("to", received.to().toEpochMilli());
      case Request.Named named ->
          w.texts(IDS, named.ids().stream().map(MessageId::value).toList())
              .objects(CHANNELS, named.channels(), ReplayJson::place);
    }
  }

  private static void place(JsonWriter w, EventPlace place) {
    ConversationId conversation = place.conversationId();
    w.field("channelId", place.channelId().value())
        .field("channelType", place.channelType().wireName())
        .optional("conversationId", conversation == null ? null : conversation.value())
        .optional("position", place.position());
  }

  private static void counts(JsonWriter w, Counts counts) {
    w.field("found", counts.found())
        .field("changed", counts.changed())
        .field("unchanged", counts.unchanged())
        .field("failed", counts.failed());
  }

  private static void failure(JsonWriter w, Failure failure) {
    w.field("messageId", failure.messageId().value()).field("reason", failure.reason().name());
  }

  private static void progress(JsonWriter w, Progress progress) {
    w.field("round", progress.round())
        .optional("after", progress.after())
        .objects(PLACES, progress.places(), ReplayJson::place)
        .optional("inside", progress.inside())
        .texts("left", progress.left().stream().map(MessageId::value).toList());
  }

  static Replay read(MerchantId merchant, ReplayId id, long step, String text) {
    JsonObject json = Json.readOwn(text);
    return new Replay(
        id,
        merchant,
        request(merchant, json.object("request")),
        Replay.Status.valueOf(json.requiredText("status")),
        step,
        counts(json.object("counts")),
        json.objects("failures").stream().map(ReplayJson::failure).toList(),
        progress(merchant, json.object("progress")),
        time(json, "startedAt"),
        json.longValue("finishedAt") == null ? null : time(json, "finishedAt"));
  }

  private static Request request(MerchantId merchant, JsonObject json) {
    return json.has(CHANNEL)
        ? new Request.Received(
            place(merchant, json.object(CHANNEL)), time(json, "from"), time(json, "to"))
        : new Request.Named(ids(json, IDS), places(merchant, json, CHANNELS));
  }

  private static EventPlace place(MerchantId merchant, JsonObject json) {
    String conversation = json.text("conversationId");
    return new EventPlace(
        merchant,
        new ChannelId(json.requiredText("channelId")),
        ChannelType.named(json.requiredText("channelType")).orElseThrow(),
        conversation == null ? null : new ConversationId(conversation),
        json.text("position"));
  }

  private static Counts counts(JsonObject json) {
    return new Counts(
        number(json, "found"),
        number(json, "changed"),
        number(json, "unchanged"),
        number(json, "failed"));
  }

  private static Failure failure(JsonObject json) {
    return new Failure(
        new MessageId(json.requiredText("messageId")), Reason.valueOf(json.requiredText("reason")));
  }

  private static Progress progress(MerchantId merchant, JsonObject json) {
    return new Progress(
        Math.toIntExact(number(json, "round")),
        json.text("after"),
        places(merchant, json, PLACES),
        json.text("inside"),
        ids(json, "left"));
  }

  private static List<EventPlace> places(MerchantId merchant, JsonObject json, String name) {
    return json.objects(name).stream().map(place -> place(merchant, place)).toList();
  }

  private static List<MessageId> ids(JsonObject json, String name) {
    return json.texts(name).stream().map(MessageId::new).toList();
  }

  private static Instant time(JsonObject json, String name) {
    return Instant.ofEpochMilli(number(json, name));
  }

  private static long number(JsonObject json, String name) {
    return Objects.requireNonNull(json.longValue(name));
  }
}
