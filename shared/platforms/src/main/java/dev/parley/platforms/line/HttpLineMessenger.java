package dev.parley.platforms.line;

import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.Profile;
import dev.parley.domain.inbound.Profiles;
import dev.parley.domain.outbound.CompiledMessage;
import dev.parley.domain.outbound.Messenger;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SendOutcome;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.platforms.http.Answer;
import dev.parley.platforms.http.PlatformApi;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** LINE over HTTP: sends messages, and asks who a person or group is. */
public final class HttpLineMessenger implements Messenger, Profiles {
  /** A name is worth no longer wait: ten messages of strangers share one invocation. */
  private static final Duration PROFILE = Duration.ofMillis(1500);

  private static final String NO_FORM = "LINE has no form for this kind of message";

  private final String base;
  private final PlatformApi api = new PlatformApi(ChannelType.LINE.platform());
  private final LineMessages messages = new LineMessages();

  public HttpLineMessenger(LineEndpoints endpoints) {
    this.base = endpoints.api();
  }

  @Override
  public SendOutcome reply(ConnectedChannel channel, OutboundMessage message, String replyToken) {
    return messages
        .compile(message.content(), message.locale())
        .map(compiled -> reply(channel, compiled, replyToken))
        .orElseGet(() -> new SendOutcome.Rejected(NO_FORM));
  }

  private SendOutcome reply(ConnectedChannel channel, CompiledMessage compiled, String token) {
    String body = body(w -> w.field("replyToken", token), compiled);
    return send(channel, "/v2/bot/message/reply", body, null);
  }

  @Override
  public SendOutcome push(ConnectedChannel channel, OutboundMessage message) {
    return messages
        .compile(message.content(), message.locale())
        .map(compiled -> push(channel, message, compiled))
        .orElseGet(() -> new SendOutcome.Rejected(NO_FORM));
  }

  private SendOutcome push(
      ConnectedChannel channel, OutboundMessage message, CompiledMessage compiled) {
    String body = body(w -> w.field("to", message.recipient()), compiled);
    UUID retryKey = UUID.nameUUIDFromBytes(message.id().value().getBytes(StandardCharsets.UTF_8));
    return send(channel, "/v2/bot/message/push", body, retryKey);
  }

  @Override
  public Duration knownAgain() {
    return LineLimits.KNOWN_AGAIN;
  }

  private static String body(Consumer<JsonWriter> recipient, CompiledMessage compiled) {
    return JsonWriter.text(
        w -> {
          recipient.accept(w);
          w.raw("messages", "[" + String.join(",", compiled.messages()) + "]");
        });
  }

  private SendOutcome send(
      ConnectedChannel channel, String path, String body, @Nullable UUID retryKey) {
    HttpRequest.Builder request =
        request(channel, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (retryKey != null) {
      request.header("X-Line-Retry-Key", retryKey.toString());
    }
    return LineAnswers.outcome(api.call(request.build()));
  }

  @Override
  public Optional<Profile> find(ConnectedChannel channel, Source source) {
    String id = URLEncoder.encode(source.id(), StandardCharsets.UTF_8);
    return switch (source.kind()) {
      case PERSON -> ask(channel, "/v2/bot/profile/" + id, "displayName");
      case GROUP -> ask(channel, "/v2/bot/group/" + id + "/summary", "groupName");
      case ROOM -> Optional.empty();
    };
  }

  private Optional<Profile> ask(ConnectedChannel channel, String path, String name) {
    HttpRequest request = request(channel, path).timeout(PROFILE).GET().build();
    Answer answer = api.call(request);
    return switch (answer) {
      case Answer.Answered answered -> profile(answered, name);
      case Answer.NotReached lost -> throw new TransientFault(lost.reason());
      case Answer.Silent silent -> throw new TransientFault(silent.reason());
    };
  }

  private static Optional<Profile> profile(Answer.Answered answered, String name) {
    if (answered.status() == 404) {
      return Optional.empty();
    }
    if (answered.status() == 429 || answered.status() >= 500) {
      throw new TransientFault("LINE answered " + answered.status());
    }
    if (answered.status() != 200) {
      throw new PermanentFault("LINE answered " + answered.status());
    }
    JsonObject body = LineAnswers.object(answered.body());
    return Optional.ofNullable(body.text(name))
        .map(shown -> new Profile(shown, body.text("pictureUrl")));
  }

  private HttpRequest.Builder request(ConnectedChannel channel, String path) {
    return api.request(base + path).header("Authorization", "Bearer " + accessToken(channel));
  }

  private static String accessToken(ConnectedChannel channel) {
    return switch (channel.credentials()) {
      case ChannelCredentials.Line line -> line.channelAccessToken();
      case ChannelCredentials.Meta meta ->
          throw new PermanentFault("The channel is not one of LINE's");
      case ChannelCredentials.Widget widget ->
          throw new PermanentFault("The channel is not one of LINE's");
    };
  }
}
