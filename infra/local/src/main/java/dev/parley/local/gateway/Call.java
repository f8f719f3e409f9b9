package dev.parley.local.gateway;

import org.jspecify.annotations.Nullable;

/**
 * A call of a function to AWS or to a platform.
 *
 * @param service such as {@code dynamodb}, or an endpoint's name such as {@code line}
 * @param operation such as {@code PutItem}, or method and path such as {@code POST /v2/bot/x}
 * @param caller nobody when the signature is not one of an instance's
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Call(String service, String operation, byte[] body, @Nullable Caller caller) {
  @Nullable String function() {
    return caller == null ? null : caller.function();
  }

  boolean refused() {
    return caller != null && !caller.alive();
  }

  String meterName() {
    return service + ":" + operation;
  }
}
