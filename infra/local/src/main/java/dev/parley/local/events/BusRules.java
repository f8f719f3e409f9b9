package dev.parley.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.Json;
import dev.parley.local.lambda.Functions;
import dev.parley.local.lambda.LambdaFunction;
import dev.parley.local.template.Trigger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The rules over the buses: hands each event to the functions whose pattern matches. */
public final class BusRules implements BiConsumer<String, ObjectNode> {
  private record Rule(LambdaFunction function, Trigger.Bus trigger) {}

  private final AsyncInvoker invoker;
  private final List<Rule> rules = new ArrayList<>();

  public BusRules(Functions functions, AsyncInvoker invoker) {
    this.invoker = invoker;
    for (LambdaFunction function : functions.all()) {
      for (Trigger trigger : function.spec().triggers()) {
        if (trigger instanceof Trigger.Bus bus) {
          rules.add(new Rule(function, bus));
        }
      }
    }
  }

  @Override
  public void accept(String bus, ObjectNode event) {
    for (Rule rule : rules) {
      if (rule.trigger().bus().equals(bus) && rule.trigger().pattern().matches(event)) {
        String input = rule.trigger().input();
        invoker.start(
            rule.function(),
            input == null ? Json.bytes(event) : input.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
