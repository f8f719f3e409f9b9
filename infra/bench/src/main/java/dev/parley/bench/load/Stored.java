package dev.parley.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.system.Api;
import dev.parley.bench.system.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the system shows of what was said, read through its API.
 *
 * @param lost events that no conversation shows
 * @param doubled messages that are there more than once, and messages that are counted twice
 * @param disordered messages that stand where their platform's time doesn't put them
 */
record Stored(int lost, int doubled, int disordered) {

  /** Reads every conversation and compares it with what its person said, in the order of times. */
  static Stored compare(Api agent, Map<String, List<Said>> byUser) {
    Map<String, List<String>> wanted = new HashMap<>();
    byUser.forEach(
        (user, said) -> wanted.put(said.getFirst().text(), said.stream().map(Said::text).toList()));
    Stored sum = new Stored(0, 0, 0);
    for (JsonNode conversation : conversations(agent)) {
      List<String> shown = texts(agent, conversation.path("id").asText());
      List<String> expected = wanted.remove(shown.isEmpty() ? "" : earliest(shown, wanted));
      if (expected != null) {
        sum = sum.plus(compare(expected, shown, conversation.path("unreadCount").asInt()));
      }
    }
    int lost = wanted.values().stream().mapToInt(List::size).sum();
    return sum.plus(new Stored(lost, 0, 0));
  }

  /** A person's first text names the person, wherever it stands. */
  private static String earliest(List<String> shown, Map<String, List<String>> wanted) {
    return shown.stream().filter(wanted::containsKey).findFirst().orElse(shown.getFirst());
  }

  static Stored compare(List<String> expected, List<String> shown, int counted) {
    List<String> distinct = shown.stream().distinct().toList();
    int lost = (int) expected.stream().filter(text -> !distinct.contains(text)).count();
    int doubled = shown.size() - distinct.size() + Math.max(0, counted - distinct.size());
    List<String> inOrder = expected.stream().filter(distinct::contains).toList();
    int disordered = 0;
    for (int i = 0; i < Math.min(inOrder.size(), distinct.size()); i++) {
      disordered += inOrder.get(i).equals(distinct.get(i)) ? 0 : 1;
    }
    return new Stored(lost, doubled, disordered);
  }

  private Stored plus(Stored other) {
    return new Stored(lost + other.lost, doubled + other.doubled, disordered + other.disordered);
  }

  private static List<JsonNode> conversations(Api agent) {
    return agent.all("/conversations?limit=100");
  }

  /** Returns the texts of a conversation, the oldest first. */
  private static List<String> texts(Api agent, String conversation) {
    List<String> texts = new ArrayList<>();
    for (JsonNode message : agent.all("/conversations/" + conversation + "/messages?limit=100")) {
      texts.addFirst(message.path("text").asText());
    }
    return texts;
  }
}
