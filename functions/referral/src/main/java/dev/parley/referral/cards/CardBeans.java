package dev.parley.referral.cards;

import dev.parley.domain.catalog.Products;
import dev.parley.domain.conversation.Conversations;
import dev.parley.domain.outbound.Outbox;
import dev.parley.domain.referral.NewReferral;
import dev.parley.domain.referral.Referrals;
import dev.parley.platforms.Platforms;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The beans behind product cards. */
@Factory
public class CardBeans {
  @Singleton
  ReadCardRequest readCardRequest(Conversations conversations, Products products) {
    return new ReadCardRequest(conversations, products);
  }

  @Singleton
  PreviewCards previewCards() {
    return new PreviewCards(Platforms::cards);
  }

  @Singleton
  SendCards sendCards(
      NewReferral newReferral, Referrals referrals, Outbox outbox, InstantSource clock) {
    return new SendCards(newReferral, referrals, outbox, clock);
  }
}
