package dev.parley.admin.deadletters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.chat.OutboundMessageJson;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SentMessages;
import dev.parley.testkit.chat.Customer;
import dev.parley.testkit.chat.InMemoryChat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may be sent again, by how long its platform knows it again. */
class OutboundStateTest {
  private static final Failure DOWN = Failure.of("platformUnavailable", "down");
  private static final Failure SENDING = Failure.of("sending", "on its way");

  private final OutboundMessage message =
      new Customer(new MerchantId("mer_1"), "U1").answer("msg_1", null);
  private final SentMessages sent = new InMemoryChat().sent();

  private Optional<String> refusal(Duration knownAgain, Duration age) {
    Instant now = message.queuedAt().plus(age);
    return new OutboundState(sent, type -> knownAgain, () -> now)
        .refusal(new Original(OutboundMessageJson.text(message), "g"));
  }

  @Test
  void aPlatformThatKnowsAMessageForLongerMayGetItLater() {
    sent.markFailed(message, DOWN);

    assertTrue(refusal(Duration.ofHours(24), Duration.ofHours(23)).isPresent());
    assertEquals(Optional.empty(), refusal(Duration.ofHours(25), Duration.ofHours(23)));
  }

  @Test
  void whatAPlatformThatKnowsNothingAgainMayHaveTakenIsNotSentAgain() {
    sent.noteDelay(message, SENDING);

    String refusal = refusal(Duration.ZERO, Duration.ofMinutes(1)).orElse("");

    assertTrue(refusal.startsWith("Nobody knows whether the platform took it"), refusal);
  }

  @Test
  void whatAPlatformThatKnowsNothingAgainNeverTookIsSentAgain() {
    sent.markFailed(message, DOWN);

    assertEquals(Optional.empty(), refusal(Duration.ZERO, Duration.ofDays(3)));
  }
}
