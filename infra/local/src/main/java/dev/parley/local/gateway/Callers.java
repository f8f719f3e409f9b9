package dev.parley.local.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The instances by the access key ids that they were started with. */
public final class Callers {
  private final Map<String, Caller> callers = new ConcurrentHashMap<>();

  public void register(String accessKey, Caller caller) {
    callers.put(accessKey, caller);
  }

  Optional<Caller> byAccessKey(String accessKey) {
    return Optional.ofNullable(callers.get(accessKey));
  }

  /** Who signed a request, from its {@code Authorization} header. */
  Optional<Caller> bySignature(String authorization) {
    int start = authorization.indexOf("Credential=");
    if (start < 0) {
      return Optional.empty();
    }
    int key = start + "Credential=".length();
    int end = authorization.indexOf('/', key);
    return end < 0 ? Optional.empty() : byAccessKey(authorization.substring(key, end));
  }
}
