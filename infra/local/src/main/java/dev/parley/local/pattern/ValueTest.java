package dev.parley.local.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One entry of a pattern's list: a value to equal, or a comparison such as {@code prefix}. */
@FunctionalInterface
interface ValueTest {
  /** Whether the event's value passes; a missing one is a missing node. */
  boolean holds(JsonNode value);

  static ValueTest of(JsonNode json) {
    if (!json.isObject()) {
      return value -> same(json, value);
    }
    if (json.size() != 1) {
      throw new IllegalArgumentException("a comparison has exactly one field: " + json);
    }
    String kind = json.fieldNames().next();
    JsonNode operand = json.get(kind);
    return switch (kind) {
      case "exists" -> value -> value.isMissingNode() != operand.asBoolean();
      case "prefix" -> prefix(operand);
      case "suffix" -> suffix(operand);
      case "equals-ignore-case" ->
          value -> value.isTextual() && value.asText().equalsIgnoreCase(operand.asText());
      case "wildcard" -> wildcard(operand.asText());
      case "numeric" -> numeric(operand);
      case "anything-but" -> anythingBut(operand);
      default ->
          throw new IllegalArgumentException("the comparison " + kind + " is not known here");
    };
  }

  private static boolean same(JsonNode expected, JsonNode value) {
    return expected.isNumber() && value.isNumber()
        ? expected.decimalValue().compareTo(value.decimalValue()) == 0
        : expected.equals(value);
  }

  private static ValueTest prefix(JsonNode operand) {
    if (operand.isObject()) {
      String start = operand.path("equals-ignore-case").asText().toLowerCase(Locale.ROOT);
      return v -> v.isTextual() && v.asText().toLowerCase(Locale.ROOT).startsWith(start);
    }
    return value -> value.isTextual() && value.asText().startsWith(operand.asText());
  }

  private static ValueTest suffix(JsonNode operand) {
    if (operand.isObject()) {
      String end = operand.path("equals-ignore-case").asText().toLowerCase(Locale.ROOT);
      return v -> v.isTextual() && v.asText().toLowerCase(Locale.ROOT).endsWith(end);
    }
    return value -> value.isTextual() && value.asText().endsWith(operand.asText());
  }

  private static ValueTest wildcard(String glob) {
    StringBuilder regex = new StringBuilder();
    for (String part : glob.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    Pattern pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    return value -> value.isTextual() && pattern.matcher(value.asText()).matches();
  }

  private static ValueTest anythingBut(JsonNode operand) {
    List<ValueTest> refused = new ArrayList<>();
    if (operand.isArray()) {
      operand.forEach(one -> refused.add(of(one)));
    } else {
      refused.add(of(operand));
    }
    return value -> !value.isMissingNode() && refused.stream().noneMatch(t -> t.holds(value));
  }

  private static ValueTest numeric(JsonNode operand) {
    List<ValueTest> bounds = new ArrayList<>();
    for (int i = 0; i + 1 < operand.size(); i += 2) {
      bounds.add(bound(operand.get(i).asText(), operand.get(i + 1).decimalValue()));
    }
    return value -> value.isNumber() && bounds.stream().allMatch(bound -> bound.holds(value));
  }

  private static ValueTest bound(String sign, BigDecimal limit) {
    return switch (sign) {
      case "=" -> value -> value.decimalValue().compareTo(limit) == 0;
      case "<" -> value -> value.decimalValue().compareTo(limit) < 0;
      case "<=" -> value -> value.decimalValue().compareTo(limit) <= 0;
      case ">" -> value -> value.decimalValue().compareTo(limit) > 0;
      case ">=" -> value -> value.decimalValue().compareTo(limit) >= 0;
      default -> throw new IllegalArgumentException("the numeric comparison " + sign);
    };
  }
}
