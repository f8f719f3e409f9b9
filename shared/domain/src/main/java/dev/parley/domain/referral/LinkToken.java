package dev.parley.domain.referral;

import dev.parley.domain.id.Ulids;
import java.util.Base64;
import java.util.Optional;

/**
 * What stands in a tracked link: the referral's secret (128 random bits, 22 characters) and the
 * position of the product in the referral (1 character). The first 80 bits of the secret's SHA-256
 * are the tail of the referral's id, so that token and id both lead to the referral with one read.
 */
public record LinkToken(String value) {
  private static final int SECRET_CHARACTERS = 22;
  private static final String POSITIONS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /**
   * @param secret the referral's 16 random bytes
   * @param position of the product in the referral, from 0 to 63
   */
  public static LinkToken of(byte[] secret, int position) {
    return new LinkToken(
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret)
            + POSITIONS.charAt(position));
  }

  /** Returns the token that the text is, or empty when it can't be one. */
  public static Optional<LinkToken> parse(String text) {
    boolean shaped =
        text.length() == SECRET_CHARACTERS + 1
            && text.chars().allMatch(c -> POSITIONS.indexOf(c) >= 0);
    return shaped ? Optional.of(new LinkToken(text)) : Optional.empty();
  }

  /**
   * Returns the token that the text begins with: a chat's app may take what follows an address
   * without a space for a part of it.
   */
  public static Optional<LinkToken> leading(String text) {
    int end = 0;
    while (end < text.length() && POSITIONS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return parse(text.substring(0, end));
  }

  public int position() {
    return POSITIONS.indexOf(value.charAt(SECRET_CHARACTERS));
  }

  /** Returns the SHA-256 of the referral's secret. */
  public byte[] secretHash() {
    return hash(Base64.getUrlDecoder().decode(value.substring(0, SECRET_CHARACTERS)));
  }

  public static byte[] hash(byte[] secret) {
    return Ulids.sha256(secret);
  }

  @Override
  public String toString() {
    return "LinkToken[…]";
  }
}
