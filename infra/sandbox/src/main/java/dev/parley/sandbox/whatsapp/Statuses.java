package dev.parley.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.GraphError;
import dev.parley.sandbox.meta.Person;
import dev.parley.sandbox.web.Json;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has been sent, so that what became of it can be told with its price and its sender's word.
 */
final class Statuses {
  /** A sent message: its kind of price, whether it costs, and the word that comes back with it. */
  record Sent(String category, boolean billable, String callbackData) {}

  private static final Sent UNKNOWN = new Sent("service", false, "");
  private static final int KEPT = 20_000;

  private final InstantSource clock;
  private final Map<String, Sent> byId =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sent> eldest) {
          return size() > KEPT;
        }
      };

  Statuses(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void sent(String messageId, Sent sent) {
    byId.put(messageId, sent);
  }

  private synchronized Sent find(String messageId) {
    return byId.getOrDefault(messageId, UNKNOWN);
  }

  ObjectNode of(Person person, String messageId, String state) {
    Sent sent = find(messageId);
    ObjectNode status = begun(person, messageId, state, sent);
    ObjectNode conversation = status.putObject("conversation");
    conversation.put("id", Integer.toHexString(Addresses.any(person).hashCode()) + "c0");
    conversation.putObject("origin").put("type", sent.category());
    ObjectNode pricing = status.putObject("pricing").put("billable", sent.billable());
    pricing.put("pricing_model", "PMP").put("category", sent.category());
    pricing.put("type", sent.billable() ? "regular" : "free_customer_service");
    return status;
  }

  ObjectNode failed(Person person, String messageId, GraphError error) {
    ObjectNode status = begun(person, messageId, "failed", find(messageId));
    ObjectNode told = status.putArray("errors").addObject().put("code", error.code());
    String title = error.message().replaceFirst("^\\(#\\d+\\) ", "");
    told.put("title", title).put("message", title);
    told.putObject("error_data").put("details", error.details());
    told.put(
        "href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
    return status;
  }

  private ObjectNode begun(Person person, String messageId, String state, Sent sent) {
    ObjectNode status = Json.object().put("id", messageId).put("status", state);
    status.put("timestamp", String.valueOf(clock.millis() / 1000));
    Addresses.putIfKnown(status, "recipient_id", person.more(Addresses.PHONE));
    Addresses.putIfKnown(status, "recipient_user_id", person.more(Addresses.USER_ID));
    Addresses.putIfKnown(status, "biz_opaque_callback_data", sent.callbackData());
    return status;
  }
}
