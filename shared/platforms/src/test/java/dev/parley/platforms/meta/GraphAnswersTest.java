package dev.parley.platforms.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.outbound.SendOutcome;
import dev.parley.domain.outbound.SendOutcome.Accepted;
import dev.parley.domain.outbound.SendOutcome.NotNow;
import dev.parley.domain.outbound.SendOutcome.OutcomeUnknown;
import dev.parley.domain.outbound.SendOutcome.Rejected;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.platforms.OfficialSamples;
import dev.parley.platforms.http.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GraphAnswersTest {
  private static SendOutcome outcome(int status, String body) {
    return GraphAnswers.outcome(
        new Answer.Answered(status, body), answer -> answer.text("message_id"));
  }

  @Test
  void tellsTheIdOfWhatWasTaken() {
    assertEquals(new Accepted("m_1"), outcome(200, "{\"message_id\":\"m_1\"}"));
    assertEquals(new Accepted(null), outcome(200, "ok"));
  }

  @Test
  void nobodyKnowsWhatBecameOfACallWithoutAnswer() {
    assertEquals(
        new OutcomeUnknown("s"), GraphAnswers.outcome(new Answer.Silent("s"), body -> null));
    assertEquals(new NotNow("n"), GraphAnswers.outcome(new Answer.NotReached("n"), body -> null));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 10, 2018278, WindowClosed",
    "400, 10, 2534022, WindowClosed",
    "400, 131047, 0, WindowClosed",
    "400, 10, 0, CredentialsRejected",
    "401, 190, 463, CredentialsRejected",
    "403, 230, 0, CredentialsRejected",
    "400, 613, 0, NotNow",
    "400, 130429, 0, NotNow",
    "500, 131016, 0, NotNow",
    "400, 2, 0, OutcomeUnknown",
    "500, 131000, 0, OutcomeUnknown",
    "400, 551, 0, Rejected",
    "400, 100, 2018001, Rejected",
    "400, 368, 0, Rejected",
    "400, 999999, 0, Rejected"
  })
  void goesByTheCodes(int status, long code, long subcode, String outcome) {
    String body =
        "{\"error\":{\"message\":\"no\",\"code\":%d,\"error_subcode\":%d}}"
            .formatted(code, subcode);

    assertEquals(outcome, outcome(status, body).getClass().getSimpleName());
  }

  @ParameterizedTest
  @CsvSource({
    "401, CredentialsRejected",
    "429, NotNow",
    "408, OutcomeUnknown",
    "502, OutcomeUnknown",
    "404, Rejected"
  })
  void goesByTheStatusWhereThereIsNoCode(int status, String outcome) {
    assertEquals(outcome, outcome(status, "<html>").getClass().getSimpleName());
  }

  @Test
  void saysWhyInMetasWords() {
    assertEquals(
        new Rejected("(#131026) Undeliverable (No account.)"),
        outcome(
            400,
            "{\"error\":{\"code\":131026,\"message\":\"(#131026) Undeliverable\","
                + "\"error_data\":{\"details\":\"No account.\"}}}"));
  }

  @Test
  void knowsEveryPublishedErrorSample() {
    JsonObject samples =
        MetaJson.object(
            new String(
                OfficialSamples.bytes(OfficialSamples.at("meta/graph-error-samples.json")), UTF_8));

    assertTrue(samples.fields().size() > 5);
    for (String name : samples.fields().keySet()) {
      JsonObject sample = samples.object(name);
      Long status = sample.longValue("http");
      if (status != null) {
        SendOutcome outcome =
            outcome(status.intValue(), JsonWriter.valueText(sample.object("body")));
        if (name.contains("window")) {
          assertInstanceOf(SendOutcome.WindowClosed.class, outcome, name);
        }
        if (name.contains("token")) {
          assertInstanceOf(SendOutcome.CredentialsRejected.class, outcome, name);
        }
        assertTrue(!(outcome instanceof Accepted), name);
      }
    }
  }
}
