package dev.parley.referral.settings;

import dev.parley.domain.referral.AttributionSettings;
import dev.parley.domain.report.MessagePriceSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The beans behind the settings of referrals. */
@Factory
public class SettingsBeans {
  @Singleton
  SetAttribution setAttribution(AttributionSettings settings) {
    return new SetAttribution(settings);
  }

  @Singleton
  SetMessagePrices setMessagePrices(MessagePriceSettings settings) {
    return new SetMessagePrices(settings);
  }
}
