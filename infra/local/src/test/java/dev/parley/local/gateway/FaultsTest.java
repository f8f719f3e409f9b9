package dev.parley.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final Faults faults = new Faults();

  private static Call call(String service, String operation, String function) {
    return new Call(service, operation, new byte[0], new Somebody(function));
  }

  private record Somebody(String function) implements Caller {
    @Override
    public boolean alive() {
      return true;
    }

    @Override
    public void crash() {}
  }

  private static Fault fault(
      String service, @Nullable String operation, @Nullable String function, int nth, int count) {
    return new Fault(
        service, operation, function, Fault.When.BEFORE, nth, count, Fault.Failure.INTERNAL);
  }

  private List<Boolean> struck(int calls, Call call) {
    return IntStream.range(0, calls).mapToObj(i -> faults.strike(call).isPresent()).toList();
  }

  @Test
  void strikesTheNthMatchingCallAndAsManyAsItSays() {
    faults.add(fault("dynamodb", "PutItem", null, 2, 2));

    assertEquals(
        List.of(false, true, true, false), struck(4, call("dynamodb", "PutItem", "Store")));
  }

  @Test
  void passesByTheCallsOfOtherServicesOperationsAndFunctions() {
    faults.add(fault("dynamodb", "PutItem", "Store", 1, 1));

    assertEquals(List.of(false), struck(1, call("sqs", "PutItem", "Store")));
    assertEquals(List.of(false), struck(1, call("dynamodb", "GetItem", "Store")));
    assertEquals(List.of(false), struck(1, call("dynamodb", "PutItem", "Other")));
    assertEquals(List.of(true), struck(1, call("dynamodb", "PutItem", "Store")));
  }

  @Test
  void knowsAPlatformsOperationByMethodAndPathByPathOrByItsEnd() {
    Call push = call("line", "POST /v2/bot/message/push", "Dispatch");
    for (String name :
        List.of("POST /v2/bot/message/push", "/v2/bot/message/push", "message/push", "push")) {
      faults.add(fault("line", name, null, 1, 1));

      assertEquals(List.of(true), struck(1, push), name);
    }
    faults.add(fault("line", "ush", null, 1, 1));
    assertEquals(List.of(false), struck(1, push));
  }
}
