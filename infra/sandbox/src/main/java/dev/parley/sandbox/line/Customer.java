package dev.parley.sandbox.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.Json;
import org.jspecify.annotations.Nullable;

/** A LINE user as its profile shows it. */
record Customer(
    String userId,
    String displayName,
    @Nullable String pictureUrl,
    @Nullable String statusMessage,
    @Nullable String language) {

  /** The profile as the API answers it: what is not known is left out. */
  ObjectNode profile() {
    ObjectNode profile = Json.object().put("userId", userId).put("displayName", displayName);
    putIfKnown(profile, "pictureUrl", pictureUrl);
    putIfKnown(profile, "statusMessage", statusMessage);
    putIfKnown(profile, "language", language);
    return profile;
  }

  /** What members of a group may see of it. */
  ObjectNode memberProfile() {
    ObjectNode profile = profile();
    profile.remove("statusMessage");
    profile.remove("language");
    return profile;
  }

  private static void putIfKnown(ObjectNode profile, String name, @Nullable String value) {
    if (value != null) {
      profile.put(name, value);
    }
  }
}
