package dev.parley.aws.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Role;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.probe.Invocations;
import dev.parley.probe.KeyedHandler;
import dev.parley.testkit.merchant.Staff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiHandlerTest {
  private static final String MERCHANT = "mer_01K0000000000000000000000A";
  private static final String LONGEST_ROUTE =
      "GET /reports/referrals/orders/{source}/{orderId}/why";
  private static final int MOST_BYTES = 300;

  /** What AWS lets the name of a function have. */
  private static final int LONGEST_FUNCTION = 64;

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final ApiHandler handler = handler();

  @SuppressWarnings("UnnecessaryAssignment") // The table of keys is not what this is about.
  private ApiHandler handler() {
    PrintStream before = System.out;
    System.setOut(new PrintStream(logged, true, StandardCharsets.UTF_8));
    try {
      ApiHandler made = Invocations.handler(KeyedHandler.class, KeyedHandler::new);
      made.keys =
          key ->
              key.equals("pk_known")
                  ? Optional.of(Staff.caller(new MerchantId(MERCHANT), "agt_1", Role.AGENT))
                  : Optional.empty();
      return made;
    } finally {
      System.setOut(before);
    }
  }

  private JsonObject call(String path, String key) throws IOException {
    return Invocations.invoke(
        handler,
        JsonWriter.text(
            w ->
                w.field("routeKey", LONGEST_ROUTE)
                    .field("rawPath", path)
                    .put("headers", Map.of("authorization", "Bearer " + key))
                    .put(
                        "requestContext",
                        Map.of("requestId", "JKJaXmPLvHcESHA=", "http", Map.of()))));
  }

  private List<String> lines() {
    return logged.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void theLineOfARequestNamesItsMerchantInThreeHundredBytes() throws IOException {
    call("/", "pk_known");

    String line = lines().getFirst();
    JsonObject said = Json.readObject(line);
    int name = said.requiredText("function").length();
    assertEquals(MERCHANT, said.text("merchantId"));
    int longest = line.length() - name + LONGEST_FUNCTION + ".123".length();
    assertTrue(longest <= MOST_BYTES, line);
  }

  @Test
  void theLineOfAFaultNamesTheMerchantToo() throws IOException {
    call("/throttled", "pk_known");

    for (String line : lines()) {
      assertEquals(MERCHANT, Json.readObject(line).text("merchantId"), line);
    }
    assertEquals(2, lines().size());
  }

  @Test
  void whoIsNotKnownIsOfNoMerchant() throws IOException {
    call("/", "pk_other");

    assertFalse(Json.readObject(lines().getFirst()).has("merchantId"));
  }
}
