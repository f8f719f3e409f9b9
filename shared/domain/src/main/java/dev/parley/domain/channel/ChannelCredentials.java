package dev.parley.domain.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a platform gave the merchant to let us speak for a channel; never logged, never returned.
 */
public sealed interface ChannelCredentials {
  ChannelType type();

  /**
   * A LINE official account's.
   *
   * @param channelSecret signs LINE's webhook calls
   * @param channelAccessToken opens LINE's API
   */
  record Line(String channelSecret, String channelAccessToken) implements ChannelCredentials {
    @Override
    public ChannelType type() {
      return ChannelType.LINE;
    }

    @Override
    public String toString() {
      return "Line[…]";
    }
  }

  /** An account's on one of Meta's platforms. */
  sealed interface Meta extends ChannelCredentials {
    /** Returns the platform's id of the account: events name it. */
    String accountId();

    /** Returns what opens the Graph API. */
    String accessToken();

    /** Returns what the app's webhook calls are signed with. */
    String appSecret();

    /** Returns what Meta shows when it asks whether a webhook is ours. */
    String verifyToken();
  }

  /**
   * A Facebook page's.
   *
   * @param accountId the page's id
   */
  record Messenger(String accountId, String accessToken, String appSecret, String verifyToken)
      implements Meta {
    @Override
    public ChannelType type() {
      return ChannelType.MESSENGER;
    }

    @Override
    public String toString() {
      return "Messenger[…]";
    }
  }

  /**
   * An Instagram professional account's.
   *
   * @param appSecret that of the Instagram app where the account was connected by Instagram's login
   */
  record Instagram(String accountId, String accessToken, String appSecret, String verifyToken)
      implements Meta {
    @Override
    public ChannelType type() {
      return ChannelType.INSTAGRAM;
    }

    @Override
    public String toString() {
      return "Instagram[…]";
    }
  }

  /**
   * A WhatsApp number's.
   *
   * @param accountId the id of the phone number
   * @param businessAccountId the id of the business account that the number belongs to
   * @param catalogId the catalogue that is linked to the business account, if one is
   */
  record Whatsapp(
      String accountId,
      String businessAccountId,
      String accessToken,
      String appSecret,
      String verifyToken,
      @Nullable String catalogId)
      implements Meta {
    @Override
    public ChannelType type() {
      return ChannelType.WHATSAPP;
    }

    @Override
    public String toString() {
      return "Whatsapp[…]";
    }
  }

  /**
   * A website's own, on which the widget stands.
   *
   * @param allowedOrigins the sites that may show it, each as browsers name an origin
   * @param tokenSecret what visitors' tokens are made with; made by us, known to nobody else
   */
  record Widget(List<String> allowedOrigins, String tokenSecret) implements ChannelCredentials {
    public Widget {
      allowedOrigins = List.copyOf(allowedOrigins);
    }

    @Override
    public ChannelType type() {
      return ChannelType.WIDGET;
    }

    @Override
    public String toString() {
      return "Widget[…]";
    }
  }
}
