package dev.parley.domain.outbound;

import dev.parley.domain.channel.ChannelType;

/**
 * What a platform takes of what agents write.
 *
 * @param type the channels that it holds for
 * @param mostTextUnits how long a text may be, in UTF-16 code units
 * @param securePictures whether pictures must lie at https addresses
 */
public record Limits(ChannelType type, int mostTextUnits, boolean securePictures) {
  public boolean takes(String text) {
    return text.length() <= mostTextUnits;
  }

  /** Returns what would be right of a text, in words. */
  public String textRule() {
    return "must be at most " + mostTextUnits + " UTF-16 code units on " + type.platform();
  }
}
