package dev.parley.admin.merchants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.aws.http.Fields;
import dev.parley.domain.input.FieldError;
import dev.parley.json.Json;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class MerchantFieldsTest {
  @Test
  void aMerchantReadsWhole() {
    Fields fields =
        Fields.of(
            Json.readOwn(
                "{\"name\":\"小店\",\"timeZone\":\"Asia/Taipei\",\"currency\":\"TWD\","
                    + "\"locale\":\"zh-TW\",\"weekStart\":\"monday\"}"));

    MerchantDetails details = MerchantFields.read(fields, DayOfWeek.SUNDAY);

    assertEquals(List.of(), fields.errors());
    assertEquals(
        new MerchantDetails(
            "小店", ZoneId.of("Asia/Taipei"), CurrencyUnit.of("TWD"), "zh-TW", DayOfWeek.MONDAY),
        details);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Fields fields =
        Fields.of(
            Json.readOwn(
                "{\"timeZone\":\"Taipei\",\"currency\":\"twd\",\"locale\":\"xx-yy-zz-1\","
                    + "\"weekStart\":\"Friday\",\"color\":1}"));

    MerchantFields.read(fields, DayOfWeek.SUNDAY);

    assertEquals(
        Set.of("/name", "/timeZone", "/currency", "/locale", "/weekStart", "/color"),
        Set.copyOf(fields.errors().stream().map(FieldError::pointer).toList()));
  }

  @Test
  void nothingAtAllMissesFourFields() {
    Fields fields = Fields.of(Json.readOwn("{}"));

    MerchantFields.read(fields, DayOfWeek.SUNDAY);

    assertEquals(4, fields.errors().size());
  }
}
