package dev.parley.domain.outbound;

import dev.parley.domain.channel.ChannelType;
import java.nio.charset.StandardCharsets;

/**
 * What a platform takes of what agents write.
 *
 * @param type the channels that it holds for
 * @param mostText how long a text may be
 * @param measure what a text's length is counted in
 * @param securePictures whether pictures must lie at https addresses
 */
public record Limits(ChannelType type, int mostText, Measure measure, boolean securePictures) {
  /** What the length of a text is counted in. */
  public enum Measure {
    UTF16_UNITS("UTF-16 code units") {
      @Override
      int length(String text) {
        return text.length();
      }
    },
    CODE_POINTS("characters") {
      @Override
      int length(String text) {
        return text.codePointCount(0, text.length());
      }
    },
    UTF8_BYTES("bytes of UTF-8") {
      @Override
      int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
      }
    };

    private final String words;

    Measure(String words) {
      this.words = words;
    }

    abstract int length(String text);
  }

  /** Returns how long the platform takes the text for. */
  public int length(String text) {
    return measure.length(text);
  }

  public boolean takes(String text) {
    return length(text) <= mostText;
  }

  /** Returns what would be right of a text, in words. */
  public String textRule() {
    return "must be at most " + mostText + " " + measure.words + " on " + type.platform();
  }
}
