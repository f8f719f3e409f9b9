package dev.parley.domain.id;

/** Names a referral ({@code ref_…}). */
public record ReferralId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
