package dev.parley.aws.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What an update changes of one item. In a condition an attribute's name has a {@code #} before it
 * and a value a {@code :}; both are declared by using them here.
 */
public final class Change {
  private final Map<String, List<String>> clauses = new LinkedHashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private String condition = "";

  /** Sets the attribute. */
  public Change set(String name, AttributeValue value) {
    return clause("SET", name, named(name) + " = " + valued(name, value));
  }

  public Change set(String name, String value) {
    return set(name, AttributeValue.fromS(value));
  }

  public Change set(String name, long value) {
    return set(name, AttributeValue.fromN(Long.toString(value)));
  }

  /** Sets the attribute when the item doesn't have it yet. */
  public Change setIfAbsent(String name, String value) {
    String absent = "if_not_exists(" + named(name) + ", ";
    return clause("SET", name, named(name) + " = " + absent + valued(name, text(value)) + ")");
  }

  public Change setIfAbsent(String name, long value) {
    AttributeValue number = AttributeValue.fromN(Long.toString(value));
    String absent = "if_not_exists(" + named(name) + ", ";
    return clause("SET", name, named(name) + " = " + absent + valued(name, number) + ")");
  }

  /** Adds to a number, from 0. */
  public Change add(String name, long amount) {
    AttributeValue number = AttributeValue.fromN(Long.toString(amount));
    return clause("ADD", name, named(name) + " " + valued(name, number));
  }

  public Change addToSet(String name, String element) {
    return clause("ADD", name, named(name) + " " + valued(name, setOf(element)));
  }

  public Change removeFromSet(String name, String element) {
    return clause("DELETE", name, named(name) + " " + valued(name, setOf(element)));
  }

  public Change remove(String name) {
    return clause("REMOVE", name, named(name));
  }

  /** Makes the change only when the condition holds; what it uses is named by the calls after. */
  public Change when(String text) {
    condition = text;
    return this;
  }

  /** Declares an attribute that only the condition uses. */
  public Change name(String name) {
    named(name);
    return this;
  }

  /** Declares a value that only the condition uses. */
  public Change value(String name, AttributeValue value) {
    valued(name, value);
    return this;
  }

  public Change value(String name, String value) {
    return value(name, text(value));
  }

  public UpdateItemRequest.Builder request(String table, Map<String, AttributeValue> key) {
    UpdateItemRequest.Builder request =
        UpdateItemRequest.builder().tableName(table).key(key).updateExpression(expression());
    request.expressionAttributeNames(names);
    if (!values.isEmpty()) {
      request.expressionAttributeValues(values);
    }
    return condition.isEmpty() ? request : request.conditionExpression(condition);
  }

  /** Returns the change as a part of a transaction. */
  public Update update(String table, Map<String, AttributeValue> key) {
    Update.Builder update =
        Update.builder().tableName(table).key(key).updateExpression(expression());
    update.expressionAttributeNames(names);
    if (!values.isEmpty()) {
      update.expressionAttributeValues(values);
    }
    return (condition.isEmpty() ? update : update.conditionExpression(condition)).build();
  }

  private String expression() {
    return clauses.entrySet().stream()
        .map(clause -> clause.getKey() + " " + String.join(", ", clause.getValue()))
        .collect(Collectors.joining(" "));
  }

  private Change clause(String keyword, String name, String text) {
    clauses.computeIfAbsent(keyword, k -> new ArrayList<>()).add(text);
    return name(name);
  }

  private String named(String name) {
    names.put("#" + name, name);
    return "#" + name;
  }

  private String valued(String name, AttributeValue value) {
    values.put(":" + name, value);
    return ":" + name;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue setOf(String element) {
    return AttributeValue.fromSs(List.of(element));
  }
}
