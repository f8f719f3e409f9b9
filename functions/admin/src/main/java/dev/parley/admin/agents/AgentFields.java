package dev.parley.admin.agents;

import dev.parley.aws.http.Fields;
import dev.parley.aws.http.TimeText;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.merchant.Scopes;
import dev.parley.json.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What requests say of agents and keys. */
public final class AgentFields {
  private static final String ROLES = "owner, manager, agent";
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final int NAME = 100;
  private static final int EMAIL_LENGTH = 254;
  private static final int CODE = 64;
  private static final int STORES = 100;
  private static final int STORE = 100;
  private static final String STORE_IDS = "storeIds";

  private AgentFields() {}

  /**
   * A key that is asked for.
   *
   * @param scopes empty: all that the agent's role may
   */
  public record KeyRequest(@Nullable Instant expiresAt, Set<String> scopes) {}

  /** Reads a whole agent. */
  public static AgentDetails whole(JsonObject body) {
    Fields fields = Fields.of(body);
    String name = fields.text("name", NAME);
    String email = fields.text("email", EMAIL_LENGTH);
    checkEmail(fields, email);
    Role role = fields.optionalChoice("role", ROLES, Role::named);
    if (!fields.has("role")) {
      fields.error("role", "is required");
    }
    String code = fields.optionalText("code", CODE);
    List<StoreId> stores = stores(fields);
    fields.done();
    return new AgentDetails(
        name, email, Objects.requireNonNullElse(role, Role.AGENT), code, stores, true);
  }

  /** Reads what is to change; {@code null} takes {@code code} away. */
  public static AgentPatch patch(JsonObject body) {
    Fields fields = Fields.of(body);
    String name = body.has("name") ? fields.text("name", NAME) : null;
    String email = body.has("email") ? fields.text("email", EMAIL_LENGTH) : null;
    checkEmail(fields, email);
    Role role = fields.optionalChoice("role", ROLES, Role::named);
    String code = fields.optionalText("code", CODE);
    Boolean active = fields.optionalBoolean("active");
    List<StoreId> stores = stores(fields);
    fields.done();
    return details ->
        new AgentDetails(
            Objects.requireNonNullElse(name, details.name()),
            email == null ? details.email() : email,
            Objects.requireNonNullElse(role, details.role()),
            body.has("code") ? code : details.code(),
            body.has("storeIds") ? stores : details.storeIds(),
            Objects.requireNonNullElse(active, details.active()));
  }

  /** Reads what key is asked for. */
  public static KeyRequest key(JsonObject body, Instant now) {
    Fields fields = Fields.of(body);
    Instant expiresAt = time(fields, fields.optionalText("expiresAt", 40), now);
    List<String> scopes = fields.texts("scopes", 0, 2 * Scopes.AREAS.size());
    for (int i = 0; i < scopes.size(); i++) {
      if (!Scopes.exists(scopes.get(i))) {
        fields.error(
            "scopes/" + i,
            "must be one of " + String.join(", ", Scopes.AREAS) + ", each alone or with :read");
      }
    }
    if (body.has("scopes") && scopes.isEmpty()) {
      fields.error("scopes", "must name at least one; leave it out for no limit");
    }
    fields.done();
    return new KeyRequest(expiresAt, new HashSet<>(scopes));
  }

  private static void checkEmail(Fields fields, @Nullable String email) {
    if (email != null && !email.isBlank() && !EMAIL.matcher(email).matches()) {
      fields.error("email", "must be an email address");
    }
  }

  private static List<StoreId> stores(Fields fields) {
    List<String> stores = fields.texts(STORE_IDS, 0, STORES);
    for (int i = 0; i < stores.size(); i++) {
      if (stores.get(i).isBlank() || stores.get(i).length() > STORE) {
        fields.error(STORE_IDS + "/" + i, "must have from 1 to " + STORE + " characters");
      }
    }
    return stores.stream().distinct().map(StoreId::new).toList();
  }

  private static @Nullable Instant time(Fields fields, @Nullable String text, Instant now) {
    if (text == null) {
      return null;
    }
    Optional<Instant> time = TimeText.time(text);
    if (time.isEmpty()) {
      fields.error("expiresAt", TimeText.TIME_RULE);
    } else if (!time.get().isAfter(now)) {
      fields.error("expiresAt", "must be in the future");
    }
    return time.orElse(null);
  }
}
