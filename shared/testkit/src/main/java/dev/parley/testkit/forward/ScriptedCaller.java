package dev.parley.testkit.forward;

import dev.parley.domain.forward.WebhookCaller;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Addresses that answer as they are told to, 204 once they were told nothing more. */
public final class ScriptedCaller implements WebhookCaller {
  private final Deque<Result> script = new ArrayDeque<>();
  private final List<Call> calls = new ArrayList<>();

  /** A call that was made. */
  public record Call(String url, Map<String, String> headers, String body) {}

  public ScriptedCaller answers(int... statuses) {
    for (int status : statuses) {
      script.add(new Result.Answered(status, null));
    }
    return this;
  }

  public ScriptedCaller then(Result result) {
    script.add(result);
    return this;
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public Result post(String url, Map<String, String> headers, String body) {
    calls.add(new Call(url, headers, body));
    return script.isEmpty() ? new Result.Answered(204, null) : script.removeFirst();
  }
}
