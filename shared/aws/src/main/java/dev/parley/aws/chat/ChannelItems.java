package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelHealth;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.StoreId;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Channels as items. */
final class ChannelItems {
  static final String CREDENTIALS = "credentials";
  static final String TYPE = "type";
  static final String NAME = "name";
  static final String STORE_ID = "storeId";
  static final String ACCOUNT_ID = "accountId";
  static final String FORWARDS = "forwards";
  static final String FORWARDS_OFF = "forwardsOff";
  static final String FORWARDS_EDITION = "forwardsEdition";
  static final String LAST_EVENT_AT = "lastEventAt";
  static final String LAST_SEND_AT = "lastSendAt";
  static final String LAST_ERROR = "lastError";
  static final String EXPIRES_AT = "credentialExpiresAt";
  static final String REFUSED_AT = "credentialsRefusedAt";

  private ChannelItems() {}

  static Channel channel(Item item) {
    return new Channel(
        new ChannelId(item.text("pk")),
        new MerchantId(item.text(ChatKeys.MERCHANT_PK)),
        ChannelType.named(item.text(TYPE)).orElseThrow(),
        item.text(NAME),
        store(item.optionalText(STORE_ID)));
  }

  static ConnectedChannel.Off off(Item item) {
    Long edition = item.optionalNumber(FORWARDS_EDITION);
    return new ConnectedChannel.Off(item.textSet(FORWARDS_OFF), edition == null ? 0 : edition);
  }

  static Channels.Entry entry(Item item) {
    return new Channels.Entry(
        channel(item),
        new ChannelHealth(
            item.optionalTime(LAST_EVENT_AT),
            item.optionalTime(LAST_SEND_AT),
            trouble(item),
            item.optionalTime(EXPIRES_AT),
            item.optionalTime(REFUSED_AT)));
  }

  static AttributeValue trouble(ChannelHealth.Trouble trouble) {
    Item error = Item.empty().time("at", trouble.at()).text("code", trouble.code());
    return AttributeValue.fromM(error.text("reason", trouble.reason()).attributes());
  }

  private static ChannelHealth.@Nullable Trouble trouble(Item item) {
    if (!item.has(LAST_ERROR)) {
      return null;
    }
    Item error = item.map(LAST_ERROR);
    return new ChannelHealth.Trouble(error.time("at"), error.text("code"), error.text("reason"));
  }

  private static @Nullable StoreId store(@Nullable String id) {
    return id == null ? null : new StoreId(id);
  }
}
