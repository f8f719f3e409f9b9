package dev.parley.domain.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What led a person into the conversation: an advertisement, or a link with a reference.
 *
 * @param adId the platform's id of the advertisement
 * @param ref what the shop put into the link
 * @param sourceUrl where the advertisement or post stands
 */
public record AdReferral(@Nullable String adId, @Nullable String ref, @Nullable String sourceUrl) {
  public boolean isAd() {
    return adId != null;
  }
}
