package dev.parley.admin.deadletters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.chat.OutboundMessageJson;
import dev.parley.domain.attribution.AttributeOrder;
import dev.parley.domain.attribution.FindCandidates;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.deadletter.DeadLetter.Settlement;
import dev.parley.domain.deadletter.DeadLetter.Status;
import dev.parley.domain.deadletter.DeadLetters;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.deadletter.Redelivery;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.DeadLetterId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SentMessages;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import dev.parley.domain.replay.Replay;
import dev.parley.testkit.chat.Customer;
import dev.parley.testkit.chat.InMemoryChat;
import dev.parley.testkit.chat.InMemoryReplays;
import dev.parley.testkit.deadletter.InMemoryDeadLetters;
import dev.parley.testkit.deadletter.RecordingRedelivery;
import dev.parley.testkit.merchant.Staff;
import dev.parley.testkit.referral.InMemoryClicks;
import dev.parley.testkit.referral.InMemoryCredits;
import dev.parley.testkit.referral.InMemoryCustomers;
import dev.parley.testkit.referral.InMemoryFigures;
import dev.parley.testkit.referral.InMemoryOrders;
import dev.parley.testkit.referral.InMemoryReferrals;
import dev.parley.testkit.referral.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettleDeadLettersTest {
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final DeadLetterId ID = new DeadLetterId("dlt_00000000000000000000000001");
  private static final AgentId AN_OTHER = new AgentId("agt_2");
  private static final Failure DOWN = Failure.of("platformUnavailable", "down");

  private final Caller owner = Staff.caller(MERCHANT, "agt_1", Role.OWNER);
  private final Customer customer = new Customer(MERCHANT, "U1");
  private Instant now = Customer.NOON.plusSeconds(3600);
  private final InMemoryDeadLetters letters = new InMemoryDeadLetters(() -> now);
  private final RecordingRedelivery redelivery = new RecordingRedelivery();
  private final InMemoryChat chat = new InMemoryChat();
  private final SentMessages sent = chat.sent();
  private final OutboundState outbound =
      new OutboundState(sent, type -> Duration.ofHours(24), () -> now);
  private final InMemoryReplays runs = new InMemoryReplays();
  private final InMemoryFigures figures = new InMemoryFigures();
  private final InMemoryOrders orders = new InMemoryOrders();
  private final InMemoryCredits credits = new InMemoryCredits(figures);

  private SettleOutcome retry(DeadLetters in, Redelivery by) {
    FindCandidates candidates =
        new FindCandidates(
            new InMemoryReferrals(), new InMemoryClicks(figures), new InMemoryCustomers());
    AttributeOrder attribute = new AttributeOrder(orders, credits, candidates);
    return new RetryDeadLetter(in, by, outbound, attribute, () -> now).retry(owner, ID);
  }

  private SettleOutcome retry() {
    return retry(letters, redelivery);
  }

  private SettleOutcome discard() {
    return discard(letters);
  }

  private SettleOutcome discard(DeadLetters in) {
    StuckRuns stuck = new StuckRuns(runs, () -> now);
    return new DiscardDeadLetter(in, outbound, stuck, () -> now).discard(owner, ID);
  }

  private Original kept(Kind kind, String body) {
    Original original = new Original(body, "g");
    letters.keep(
        new DeadLetter(ID, MERCHANT, kind, Map.of(), Customer.NOON, 5, "not now", null), original);
    return original;
  }

  private Original kept(OutboundMessage message) {
    return kept(Kind.OUTBOUND_MESSAGE, OutboundMessageJson.text(message));
  }

  private Status status() {
    return letters.find(MERCHANT, ID).orElseThrow().letter().status();
  }

  private static String refusal(SettleOutcome outcome) {
    return outcome instanceof SettleOutcome.Refused(String reason) ? reason : outcome.toString();
  }

  @Test
  void aRetriedEventGoesIntoItsQueueAsItWasAndIsSettled() {
    Original original = kept(Kind.INBOUND_EVENT, "{\"raw\":\"…\"}");

    SettleOutcome outcome = retry();

    assertEquals(List.of(original), redelivery.sent());
    assertEquals(Status.RETRIED, status());
    assertTrue(
        outcome instanceof SettleOutcome.Settled(DeadLetter letter)
            && new Settlement(Status.RETRIED, owner.agentId(), now).equals(letter.settlement()));
  }

  @Test
  void aSettledLetterStaysAsItIs() {
    kept(Kind.CLICK, "{}");
    discard();

    assertEquals(new SettleOutcome.SettledBefore(Status.DISCARDED), retry());
    assertEquals(new SettleOutcome.SettledBefore(Status.DISCARDED), discard());
    assertEquals(List.of(), redelivery.sent());
  }

  @Test
  void aLetterThatIsNotThereIsUnknown() {
    assertEquals(new SettleOutcome.Unknown(), retry());
    assertEquals(new SettleOutcome.Unknown(), discard());
  }

  @Test
  void aQueueThatTakesNothingLeavesTheLetterOpen() {
    kept(Kind.CLICK, "{}");

    assertThrows(
        TransientFault.class,
        () ->
            retry(
                letters,
                (letter, original) -> {
                  throw new TransientFault("down");
                }));

    assertEquals(Status.OPEN, status());
  }

  @Test
  void aCrashBetweenSendingAndMarkingLeavesTheLetterToBeRetriedAgain() {
    Original original = kept(Kind.CLICK, "{}");

    assertThrows(TransientFault.class, () -> retry(new Unmarkable(letters), redelivery));
    assertEquals(Status.OPEN, status());
    retry();

    assertEquals(Status.RETRIED, status());
    assertEquals(List.of(original, original), redelivery.sent());
  }

  @Test
  void whatWasRetriedWhileItWasDiscardedIsRetried() {
    kept(Kind.CLICK, "{}");

    retry(
        letters,
        (letter, original) -> {
          redelivery.send(letter, original);
          discard();
        });

    assertEquals(Status.RETRIED, status());
  }

  @Test
  void anOrderIsCreditedInTheCall() {
    var shop = new Shop(MERCHANT);
    var told = shop.order("SO-1", "980.00", Customer.NOON, Shop.phone());
    orders.write(List.of(told.after(null, Shop.ZONE, now)));
    letters.keep(
        new DeadLetter(
            ID,
            MERCHANT,
            Kind.ORDER,
            Map.of("source", "shop", "orderId", "SO-1"),
            Customer.NOON,
            11,
            "not now",
            null),
        new Original("{}", ""));

    retry();

    assertTrue(credits.find(told.key()).isPresent());
    assertEquals(List.of(), redelivery.sent());
    assertEquals(Status.RETRIED, status());
  }

  @Test
  void aMessageThatThePlatformNeverTookIsSentAgain() {
    OutboundMessage message = customer.answer("msg_1", "token");
    sent.markFailed(message, DOWN);
    Original original = kept(message);

    retry();

    assertEquals(List.of(original), redelivery.sent());
  }

  @Test
  void aMessageThatNobodyShowedYetIsSentAgain() {
    kept(customer.answer("msg_1", null));

    retry();

    assertEquals(1, redelivery.sent().size());
  }

  @Test
  void aMessageThatIsSentIsNeverSentAgain() {
    OutboundMessage message = customer.answer("msg_1", "token");
    sent.markSent(message, "line-1", now);
    kept(message);

    SettleOutcome outcome = retry();

    assertEquals("The customer has got the message: it is sent.", refusal(outcome));
    assertEquals(List.of(), redelivery.sent());
    assertEquals(Status.OPEN, status());
  }

  @Test
  void aMessageWhoseOutcomeNobodyKnowsIsNeverSentAgain() {
    OutboundMessage message = customer.answer("msg_1", "token");
    sent.markFailed(message, Failure.of("outcomeUnknown", "…"));
    kept(message);

    assertTrue(refusal(retry()).startsWith("The message has failed for good (outcomeUnknown)."));
    assertEquals(List.of(), redelivery.sent());
  }

  @Test
  void aMessageThatMayHaveGoneOutAsAReplyIsNeverSentAgain() {
    kept(customer.answer("msg_1", "token"));

    assertTrue(refusal(retry()).startsWith("Nobody knows whether it went out as a reply"));
    assertEquals(List.of(), redelivery.sent());
  }

  @Test
  void aMessageThatThePlatformWouldNotKnowAgainIsNotSentAgain() {
    OutboundMessage message = customer.answer("msg_1", null);
    sent.markFailed(message, DOWN);
    kept(message);
    now = message.queuedAt().plus(Duration.ofHours(23));

    assertTrue(refusal(retry()).startsWith("It is so old"));
    assertEquals(List.of(), redelivery.sent());
  }

  @Test
  void aMessageThatCanNotBeReadIsNotSentAgainAndCanBeDiscarded() {
    kept(Kind.OUTBOUND_MESSAGE, "{");

    assertTrue(refusal(retry()).startsWith("It can't be read"));
    discard();

    assertEquals(Status.DISCARDED, status());
  }

  @Test
  void aDiscardedMessageThatStillWaitedShowsAsFailed() {
    OutboundMessage message = customer.answer("msg_1", "token");
    kept(message);

    discard();

    assertEquals(
        new SentMessages.State(Message.Status.FAILED, "discarded"),
        sent.state(message).orElseThrow());
    assertEquals(Status.DISCARDED, status());
  }

  @Test
  void aDiscardedMessageThatFailedBeforeSaysWhatItSaid() {
    OutboundMessage message = customer.answer("msg_1", "token");
    sent.markFailed(message, DOWN);
    kept(message);

    discard();

    assertEquals("platformUnavailable", sent.state(message).orElseThrow().failureCode());
  }

  @Test
  void aRunIsOverAlsoWhenTheLetterCouldNotBeMarkedAtFirst() {
    Replay run = Runs.running(MERCHANT, 4);
    runs.begin(run);
    kept(Kind.REPLAY_STEP, Runs.step(run));

    assertThrows(TransientFault.class, () -> discard(new Unmarkable(letters)));
    Replay once = runs.find(MERCHANT, run.id()).orElseThrow();
    discard();

    assertEquals(Replay.Status.ABANDONED, once.status());
    assertEquals(Optional.of(once), runs.find(MERCHANT, run.id()));
    assertEquals(Status.DISCARDED, status());
  }

  @Test
  void whoComesSecondIsToldHowTheFirstSettledIt() {
    kept(Kind.CLICK, "{}");

    SettleOutcome second =
        retry(
            letters,
            (letter, original) ->
                letters.settle(
                    MERCHANT, ID, new Settlement(Status.RETRIED, AN_OTHER, Customer.NOON)));

    assertEquals(new SettleOutcome.SettledBefore(Status.RETRIED), second);
    assertEquals(
        new Settlement(Status.RETRIED, AN_OTHER, Customer.NOON),
        letters.find(MERCHANT, ID).orElseThrow().letter().settlement());
  }

  @Test
  void whoseMarkWasMadeByACallThatSeemedToFailIsToldThatItIsMade() {
    kept(Kind.CLICK, "{}");
    Settlement done = new Settlement(Status.RETRIED, owner.agentId(), now);

    SettleOutcome outcome =
        retry(letters, (letter, original) -> letters.settle(MERCHANT, ID, done));

    assertTrue(
        outcome instanceof SettleOutcome.Settled(DeadLetter letter)
            && done.equals(letter.settlement()));
  }

  /** Letters that can be read and not marked. */
  private record Unmarkable(DeadLetters letters) implements DeadLetters {
    @Override
    public boolean keep(DeadLetter letter, Original original) {
      return letters.keep(letter, original);
    }

    @Override
    public Page<DeadLetter> list(MerchantId merchant, Filter filter, PageRequest page) {
      return letters.list(merchant, filter, page);
    }

    @Override
    public Optional<Kept> find(MerchantId merchant, DeadLetterId id) {
      return letters.find(merchant, id);
    }

    @Override
    public boolean settle(MerchantId merchant, DeadLetterId id, Settlement settlement) {
      throw new TransientFault("down");
    }
  }
}
