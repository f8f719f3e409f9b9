package dev.parley.acceptance.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.channel.ChannelType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the published contract to the types of channels that there are. */
class ChannelTypesTest {
  private static final List<String> TYPES =
      Arrays.stream(ChannelType.values()).map(ChannelType::wireName).toList();

  private final Map<String, Object> contract =
      Yaml.read(Template.read().root().resolve("infra/openapi.yaml"));

  @Test
  void whereverTheContractNamesATypeOfChannelsItNamesAll() {
    List<List<Object>> naming =
        enums(contract).filter(names -> !Collections.disjoint(names, TYPES)).toList();

    assertTrue(naming.size() >= 4, () -> "Only " + naming.size() + " were found");
    naming.forEach(names -> assertEquals(TYPES, names));
  }

  @Test
  void everyPlaceForATypeOfChannelsIsOfTheKnownOnes() {
    Map<String, Object> schemas = Yaml.under(Yaml.under(contract, "components"), "schemas");

    for (String schema : List.of("ChannelInput", "Channel")) {
      Map<String, Object> properties = Yaml.under(Yaml.under(schemas, schema), "properties");
      assertEquals(TYPES, Yaml.under(properties, "type").get("enum"), schema);
    }
  }

  private static Stream<List<Object>> enums(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          Stream.concat(
              Stream.ofNullable(map.get("enum")).filter(List.class::isInstance).map(Yaml::list),
              map.values().stream().filter(Objects::nonNull).flatMap(ChannelTypesTest::enums));
      case List<?> list -> list.stream().flatMap(ChannelTypesTest::enums);
      case null, default -> Stream.empty();
    };
  }
}
