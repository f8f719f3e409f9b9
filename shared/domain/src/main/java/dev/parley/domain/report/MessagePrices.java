package dev.parley.domain.report;

import dev.parley.domain.channel.ChannelType;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/**
 * What a merchant pays for a message.
 *
 * @param perMessage by the names of {@link #KEYS}; what is not there costs nothing
 */
public record MessagePrices(CurrencyUnit currency, Map<String, BigDecimal> perMessage) {
  /** What has a price: the kinds of channels, and WhatsApp's templates. */
  public static final List<String> KEYS =
      List.of("line", "messenger", "instagram", "whatsapp", "whatsappTemplate", "widget", "shopee");

  public static final MessagePrices DEFAULT =
      new MessagePrices(CurrencyUnit.of("TWD"), Map.of("line", new BigDecimal("0.20")));

  public MessagePrices {
    perMessage = Collections.unmodifiableMap(new TreeMap<>(perMessage));
  }

  public BigDecimal of(String key) {
    return perMessage.getOrDefault(key, new BigDecimal("0.00"));
  }

  public BigDecimal of(ChannelType type) {
    return of(type.wireName());
  }
}
