package dev.parley.aws.item;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The attributes of one DynamoDB item, by name. What is {@code null} is not written; what is not
 * there reads as {@code null}.
 */
public final class Item {
  private final Map<String, AttributeValue> attributes;

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  /** Returns an item that has its key and nothing else yet. */
  public static Item at(String pk, String sk) {
    return new Item(new HashMap<>()).text("pk", pk).text("sk", sk);
  }

  /** Returns an item, or a map in one, that has nothing yet. */
  public static Item empty() {
    return new Item(new HashMap<>());
  }

  public static Item of(Map<String, AttributeValue> attributes) {
    return new Item(new HashMap<>(attributes));
  }

  public Map<String, AttributeValue> attributes() {
    return Map.copyOf(attributes);
  }

  public Map<String, AttributeValue> key() {
    return Map.of("pk", required("pk"), "sk", required("sk"));
  }

  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  public Item text(String name, @Nullable String value) {
    return value == null ? this : put(name, AttributeValue.fromS(value));
  }

  public Item number(String name, @Nullable Long value) {
    return value == null ? this : put(name, AttributeValue.fromN(value.toString()));
  }

  /** Writes the time as milliseconds. */
  public Item time(String name, @Nullable Instant value) {
    return value == null ? this : number(name, value.toEpochMilli());
  }

  public Item flag(String name, boolean value) {
    return put(name, AttributeValue.fromBool(value));
  }

  public Item bytes(String name, byte[] value) {
    return put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
  }

  public Item texts(String name, Collection<String> values) {
    return put(name, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
  }

  public Item map(String name, Item value) {
    return put(name, AttributeValue.fromM(value.attributes()));
  }

  public @Nullable String optionalText(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? null : value.s();
  }

  public String text(String name) {
    return required(name).s();
  }

  public @Nullable Long optionalNumber(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? null : Long.valueOf(value.n());
  }

  public long number(String name) {
    return Long.parseLong(required(name).n());
  }

  public @Nullable Instant optionalTime(String name) {
    Long millis = optionalNumber(name);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  public Instant time(String name) {
    return Instant.ofEpochMilli(number(name));
  }

  public boolean flag(String name) {
    AttributeValue value = attributes.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  public byte[] bytes(String name) {
    return required(name).b().asByteArray();
  }

  public List<String> texts(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
  }

  public Set<String> textSet(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? Set.of() : Set.copyOf(value.ss());
  }

  public Item map(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? empty() : of(value.m());
  }

  /** Writes all attributes of the other item over this one's. */
  public Item with(Item other) {
    attributes.putAll(other.attributes);
    return this;
  }

  private Item put(String name, AttributeValue value) {
    attributes.put(name, value);
    return this;
  }

  private AttributeValue required(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("The attribute " + name + " is missing");
    }
    return value;
  }
}
