package dev.parley.platforms.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.forward.PublicAddresses;
import dev.parley.domain.forward.TargetRule;
import dev.parley.domain.forward.WebhookCaller.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the caller reaches, what it doesn't, and what it makes of answers. */
class GuardedCallerIT {
  private static final TargetRule LOCAL = new TargetRule(true);
  private static final Map<String, String> NO_HEADERS = Map.of();

  private static SSLSocketFactory tls() {
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  /** Returns a caller for which every name stands for the addresses. */
  private static GuardedCaller resolving(String... addresses) {
    InetAddress[] found =
        List.of(addresses).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    Connector connector = new Connector(host -> found, PublicAddresses::isPublic, tls());
    return new GuardedCaller(new TargetRule(false), connector, Duration.ofSeconds(2));
  }

  private static Result local(RawServer server) {
    Connector connector =
        new Connector(InetAddress::getAllByName, InetAddress::isLoopbackAddress, tls());
    return new GuardedCaller(LOCAL, connector, Duration.ofSeconds(2))
        .post(server.url() + "/a%20b?c=d", Map.of("webhook-id", "evt_1"), "{\"a\":\"茶\"}");
  }

  private static Result answered(String head) throws IOException {
    try (RawServer server = RawServer.answering(head)) {
      return local(server);
    }
  }

  @Test
  void postsTheBodyWithItsHeaders() throws IOException {
    try (RawServer server = RawServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
      Result result = local(server);

      assertEquals(new Result.Answered(204, null), result);
      String request = server.request();
      assertTrue(request.startsWith("POST /a%20b?c=d HTTP/1.1\r\n"), request);
      assertTrue(request.contains("\r\nhost: 127.0.0.1:" + server.port() + "\r\n"), request);
      assertTrue(request.contains("\r\ncontent-length: 11\r\n"), request);
      assertTrue(request.contains("\r\nwebhook-id: evt_1\r\n"), request);
      assertTrue(request.endsWith("\r\n\r\n{\"a\":\"茶\"}"), request);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "fd00:ec2::254"
      })
  void callsNoHostThatStandsForAnInnerAddress(String address) {
    Result alone = resolving(address).post("https://example.com/", NO_HEADERS, "{}");
    Result amongOthers =
        resolving("1.1.1.1", address).post("https://example.com/", NO_HEADERS, "{}");

    Result refused = new Result.Silent("The host stands for an address that is not public");
    assertEquals(refused, alone);
    assertEquals(refused, amongOthers);
  }

  @Test
  void looksAHostUpOnceSoThatItCanNotStandForAnotherAddressLater() {
    AtomicInteger lookups = new AtomicInteger();
    Connector connector =
        new Connector(
            host -> {
              String address = lookups.getAndIncrement() == 0 ? "127.0.0.2" : "10.0.0.1";
              return new InetAddress[] {InetAddress.ofLiteral(address)};
            },
            InetAddress::isLoopbackAddress,
            tls());

    Result result =
        new GuardedCaller(new TargetRule(false), connector, Duration.ofSeconds(2))
            .post("https://example.com:1024/", NO_HEADERS, "{}");

    assertEquals(new Result.Silent("No connection: ConnectException"), result);
    assertEquals(1, lookups.get());
  }

  @Test
  void doesNotFollowARedirect() throws IOException {
    assertEquals(
        new Result.Answered(302, null),
        answered("HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/\r\n\r\n"));
  }

  @Test
  void readsHowLongItIsToWait() throws IOException {
    assertEquals(
        new Result.Answered(503, Duration.ofMinutes(2)),
        answered("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 120\r\n\r\nsorry"));
  }

  @Test
  void readsUntilWhenItIsToWaitByTheClockOfTheAnswer() throws IOException {
    String until = "HTTP/1.1 503 x\r\nretry-after: Wed, 21 Oct 2026 07:28:00 GMT\r\n";

    assertEquals(
        new Result.Answered(503, Duration.ofMinutes(30)),
        answered(until + "Date: Wed, 21 Oct 2026 06:58:00 GMT\r\n\r\n"));
    assertEquals(
        new Result.Answered(503, null),
        answered(until + "Date: Wed, 21 Oct 2026 07:58:00 GMT\r\n\r\n"));
    assertEquals(new Result.Answered(503, null), answered(until + "\r\n"));
    assertEquals(
        new Result.Answered(503, null),
        answered("HTTP/1.1 503 x\r\nRetry-After: soon\r\nDate: now\r\n\r\n"));
  }

  @Test
  void readsPastWhatSaysOnlyThatItGoesOn() throws IOException {
    assertEquals(
        new Result.Answered(200, null),
        answered("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SSH-2.0-OpenSSH_9.9\r\n", "HTTP/1.1 200 OK\r\nendless: "})
  void whatIsNoAnswerIsNone(String head) throws IOException {
    assertEquals(new Result.Silent("The answer is not HTTP/1.1"), answered(head));
  }

  @Test
  void anEndlessHeadIsNotReadToItsEnd() throws IOException {
    String endless = "HTTP/1.1 200 OK\r\nx: " + "a".repeat(100_000) + "\r\n\r\n";

    assertEquals(new Result.Silent("The answer is not HTTP/1.1"), answered(endless));
  }

  @Test
  void waitsForAnAnswerNoLongerThanItMay() throws IOException {
    try (RawServer server = RawServer.silent()) {
      assertEquals(new Result.Silent("No answer within 2 s"), local(server));
    }
  }

  @Test
  void waitsForANameNoLongerThanItMay() {
    CountDownLatch never = new CountDownLatch(1);
    Connector connector =
        new Connector(
            host -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new UnknownHostException();
            },
            address -> true,
            tls());

    Result result =
        new GuardedCaller(new TargetRule(false), connector, Duration.ofSeconds(1))
            .post("https://example.com/", NO_HEADERS, "{}");

    never.countDown();
    assertEquals(new Result.Silent("No answer within 1 s"), result);
  }

  @Test
  void trustsNoHostWhoseCertificateIsNotItsOwn() throws IOException {
    try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\n\r\n")) {
      Connector connector =
          new Connector(
              host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")},
              InetAddress::isLoopbackAddress,
              tls());

      Result result =
          new GuardedCaller(new TargetRule(false), connector, Duration.ofSeconds(2))
              .post("https://example.com:" + server.port() + "/", NO_HEADERS, "{}");

      assertTrue(
          assertInstanceOf(Result.Silent.class, result).reason().startsWith("No TLS"),
          result::toString);
    }
  }

  @Test
  void callsNothingThatTheRuleRefuses() {
    Result result = resolving("1.1.1.1").post("http://example.com/", NO_HEADERS, "{}");

    assertEquals(new Result.Silent("The address must begin with https://"), result);
  }
}
