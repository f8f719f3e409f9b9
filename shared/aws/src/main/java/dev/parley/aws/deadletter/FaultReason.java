package dev.parley.aws.deadletter;

import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.fault.TransientFault;
import dev.parley.json.MalformedJson;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A fault as a sentence for the dead letters. Faults that we name ourselves say what they say; of
 * others, whose words may repeat what a person said, the kind and the place.
 */
public final class FaultReason {
  private static final int MOST = 300;

  private FaultReason() {}

  public static String of(Throwable fault) {
    String reason =
        switch (fault) {
          case TransientFault t -> own(t);
          case PermanentFault p -> own(p);
          case MalformedJson m -> "The message can't be read: " + own(m);
          case AwsServiceException a -> "An AWS service refused a call: " + code(a);
          default -> kind(fault);
        };
    return reason.length() <= MOST ? reason : reason.substring(0, MOST);
  }

  private static String own(Throwable fault) {
    return Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName());
  }

  private static String code(AwsServiceException fault) {
    var details = fault.awsErrorDetails();
    return details == null ? kind(fault) : details.errorCode();
  }

  private static String kind(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    String name = fault.getClass().getSimpleName();
    return trace.length == 0
        ? name
        : "%s in %s, line %d"
            .formatted(name, trace[0].getClassName(), Math.max(0, trace[0].getLineNumber()));
  }
}
