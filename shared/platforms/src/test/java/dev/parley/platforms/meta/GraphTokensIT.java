package dev.parley.platforms.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.CredentialReport;
import dev.parley.domain.channel.CredentialReport.NotTold;
import dev.parley.domain.channel.CredentialReport.Refused;
import dev.parley.domain.channel.CredentialReport.Valid;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GraphTokensIT {
  private static final ChannelCredentials.Meta PAGE =
      new ChannelCredentials.Messenger("101", "page token", "s3cret", "v");
  private static final String NOT_ITS_APP =
      "400 {\"error\":{\"code\":100,\"message\":\"ask by the app\"}}";

  private final List<String> calls = new ArrayList<>();
  private final Queue<String> answers = new ArrayDeque<>();
  private final HttpServer server;
  private final String base;

  GraphTokensIT() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.add(
        exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    String answer = answers.remove();
    byte[] body = answer.substring(4).getBytes(UTF_8);
    exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private CredentialReport check(String... told) {
    answers.addAll(List.of(told));
    return new GraphTokens(new MetaEndpoints(base + "/g", base + "/i")).check(PAGE);
  }

  private static String data(String fields) {
    return "200 {\"data\":{" + fields + "}}";
  }

  @Test
  void aTokenAsksAboutItself() {
    CredentialReport told = check(data("\"is_valid\":true,\"expires_at\":1800000000"));

    assertEquals(new Valid(Instant.ofEpochSecond(1_800_000_000)), told);
    assertEquals(List.of("/g/v25.0/debug_token?input_token=page+token Bearer page token"), calls);
  }

  @Test
  void instagramIsAskedWhereItsTokensAreGood() {
    answers.add(data("\"is_valid\":true"));

    new GraphTokens(new MetaEndpoints(base + "/g", base + "/i"))
        .check(new ChannelCredentials.Instagram("202", "ig", "s", "v"));

    assertEquals(List.of("/i/v25.0/debug_token?input_token=ig Bearer ig"), calls);
  }

  @Test
  void theAppAsksWhereATokenMayNotAskAboutItself() {
    CredentialReport told =
        check(NOT_ITS_APP, "200 {\"id\":\"77\"}", data("\"is_valid\":true,\"expires_at\":0"));

    assertEquals(new Valid(null), told);
    assertEquals("/g/v25.0/app?fields=id Bearer page token", calls.get(1));
    assertEquals("/g/v25.0/debug_token?input_token=page+token Bearer 77|s3cret", calls.get(2));
  }

  @Test
  void theSoonerOfItsTwoEndsCounts() {
    Instant sooner = Instant.ofEpochSecond(1_700_000_000);

    assertEquals(
        new Valid(sooner),
        check(
            data(
                "\"is_valid\":true,\"expires_at\":1800000000,\"data_access_expires_at\":1700000000")));
    assertEquals(
        new Valid(sooner),
        check(data("\"is_valid\":true,\"expires_at\":0,\"data_access_expires_at\":1700000000")));
  }

  @Test
  void aDeadTokenIsToldByItselfOrByItsApp() {
    String session = "{\"code\":190,\"error_subcode\":463,\"message\":\"Session has expired\"}";

    assertEquals(
        new Refused("Session has expired", null), check("401 {\"error\":" + session + "}"));
    assertEquals(
        new Refused("Session has expired", Instant.ofEpochSecond(1_700_000_000)),
        check(
            NOT_ITS_APP,
            "200 {\"id\":\"77\"}",
            data("\"is_valid\":false,\"expires_at\":1700000000,\"error\":" + session)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "500 {\"error\":{\"code\":1,\"message\":\"broken\"}}",
        "503 <html>",
        "200 {}",
        "200 {\"data\":{}}",
        "429 {\"error\":{\"code\":4,\"message\":\"slow down\"}}"
      })
  void whatSaysNothingOfTheTokenTellsNothing(String answer) {
    assertInstanceOf(NotTold.class, check(answer));
  }

  @Test
  void anAppsSecretThatIsRefusedSaysNothingOfTheToken() {
    String refused = "400 {\"error\":{\"code\":190,\"message\":\"Invalid signature\"}}";

    assertEquals(
        new NotTold("Invalid signature"), check(NOT_ITS_APP, "200 {\"id\":\"77\"}", refused));
    assertEquals(
        new NotTold("no app"), check(NOT_ITS_APP, NOT_ITS_APP.replace("ask by the", "no")));
  }

  @Test
  void aPlatformThatIsNotThereTellsNothing() {
    server.stop(0);

    assertInstanceOf(NotTold.class, check());
  }
}
