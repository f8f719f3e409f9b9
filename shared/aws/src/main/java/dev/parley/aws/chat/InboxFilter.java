package dev.parley.aws.chat;

import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A filter of the inbox as conditions of a query over its index. */
final class InboxFilter {
  private static final String LAST = "9999";

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final String from;
  private final String to;

  InboxFilter(MerchantId merchant, Inbox.Filter filter) {
    names.put("#pk", ChatKeys.INBOX_PK);
    names.put("#sk", ChatKeys.INBOX_SK);
    value(":pk", merchant.value());
    from = time(filter.from(), "");
    to = time(filter.to(), LAST);
    value(":from", from);
    value(":to", to);
    var status = filter.status();
    equal("status", status == null ? null : ConversationItems.status(status));
    var type = filter.channelType();
    equal("channelType", type == null ? null : type.wireName());
    var channel = filter.channelId();
    equal("channelId", channel == null ? null : channel.value());
    var assignee = filter.assigneeId();
    equal("assigneeId", assignee == null ? null : assignee.value());
  }

  /** A key is a time and more, so it is below the text of the time after it. */
  String key() {
    return "#pk = :pk AND #sk BETWEEN :from AND :to";
  }

  /** Returns whether the key is in the time: DynamoDB begins at no other. */
  boolean holds(String sk) {
    return sk.compareTo(from) >= 0 && sk.compareTo(to) <= 0;
  }

  String filter() {
    return String.join(" AND ", conditions);
  }

  Map<String, String> names() {
    return names;
  }

  Map<String, AttributeValue> values() {
    return values;
  }

  private void equal(String name, @Nullable String value) {
    if (value != null) {
      names.put("#" + name, name);
      value(":" + name, value);
      conditions.add("#" + name + " = :" + name);
    }
  }

  private void value(String name, String value) {
    values.put(name, AttributeValue.fromS(value));
  }

  /** Returns the text; a space, which sorts first, where there is no limit. */
  private static String time(@Nullable Instant time, String otherwise) {
    if (time == null) {
      return otherwise.isEmpty() ? " " : otherwise;
    }
    return ChatKeys.inboxTime(time);
  }
}
