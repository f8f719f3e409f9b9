package dev.parley.admin.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.aws.http.BadInput;
import dev.parley.domain.input.FieldError;
import dev.parley.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AgentFieldsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static Set<String> pointers(Executable reading) {
    return Set.copyOf(
        assertThrows(BadInput.class, reading).errors().stream().map(FieldError::pointer).toList());
  }

  @Test
  void allThatIsWrongWithAnAgentIsSaidAtOnce() {
    var body = Json.readOwn("{\"name\":\" \",\"email\":\"x\",\"storeIds\":[1],\"shoeSize\":42}");

    Set<String> pointers = pointers(() -> AgentFields.whole(body));

    assertEquals(Set.of("/name", "/email", "/role", "/storeIds/0", "/shoeSize"), pointers);
  }

  @Test
  void aPatchMayNameNothing() {
    var details =
        new AgentDetails("王", null, dev.parley.domain.merchant.Role.AGENT, "7", List.of(), true);

    assertEquals(details, AgentFields.patch(Json.readOwn("{}")).applyTo(details));
  }

  @Test
  void aKeyExpiresInTheFuture() {
    var past = Json.readOwn("{\"expiresAt\":\"2026-11-24T10:00:00Z\"}");
    var wrong = Json.readOwn("{\"expiresAt\":\"tomorrow\",\"scopes\":[\"everything\"]}");

    assertEquals(Set.of("/expiresAt"), pointers(() -> AgentFields.key(past, NOW)));
    assertEquals(Set.of("/expiresAt", "/scopes/0"), pointers(() -> AgentFields.key(wrong, NOW)));
  }

  @Test
  void aKeyThatExpiresAfterAllTimeIsRefused() {
    var never = Json.readOwn("{\"expiresAt\":\"+999999999-01-01T00:00:00Z\"}");

    assertEquals(Set.of("/expiresAt"), pointers(() -> AgentFields.key(never, NOW)));
  }

  @Test
  void aStoreIsNamedByWhatAKeyCanHold() {
    var body = Json.readOwn("{\"storeIds\":[\"sto_1\",\"\",\"%s\"]}".formatted("x".repeat(101)));

    assertEquals(Set.of("/storeIds/1", "/storeIds/2"), pointers(() -> AgentFields.patch(body)));
  }

  @Test
  void aKeyIsUnlimitedUnlessItIsSaid() {
    var asked = AgentFields.key(Json.readOwn("{\"expiresAt\":\"2026-12-01T08:00:00+08:00\"}"), NOW);

    assertEquals(Instant.parse("2026-12-01T00:00:00Z"), asked.expiresAt());
    assertEquals(Set.of(), asked.scopes());
    assertEquals(
        Set.of("/scopes"), pointers(() -> AgentFields.key(Json.readOwn("{\"scopes\":[]}"), NOW)));
  }
}
