package dev.parley.aws.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.fault.TransientFault;
import dev.parley.json.MalformedJson;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class FaultReasonTest {
  @Test
  void whatWeNameOurselvesSaysWhatItSays() {
    assertEquals("not now", FaultReason.of(new TransientFault("not now")));
    assertEquals("not ever", FaultReason.of(new PermanentFault("not ever")));
    assertEquals(
        "The message can't be read: at line 1", FaultReason.of(new MalformedJson("at line 1")));
  }

  @Test
  void aRefusalOfAwsSaysItsCodeAndNotWhatItWasAsked() {
    var details =
        AwsErrorDetails.builder().errorCode("ValidationException").errorMessage("王小明").build();
    var refusal = DynamoDbException.builder().awsErrorDetails(details).message("王小明").build();

    assertEquals("An AWS service refused a call: ValidationException", FaultReason.of(refusal));
  }

  @Test
  void anyOtherFaultSaysItsKindAndPlaceAlone() {
    String reason = FaultReason.of(new NumberFormatException("For input string: 王小明"));

    assertTrue(reason.startsWith("NumberFormatException in " + FaultReasonTest.class.getName()));
    assertFalse(reason.contains("王小明"));
  }

  @Test
  void aLongReasonIsCut() {
    assertEquals(300, FaultReason.of(new TransientFault("x".repeat(1000))).length());
  }
}
