package dev.parley.domain.outbound;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.MessageContent;

/** Puts product cards into the form of a channel's platform, within its limits. */
public interface CardCompiler {
  /**
   * @param locale the language of what is added to the cards: a BCP 47 tag such as {@code zh-TW}
   */
  CompiledMessage compile(ChannelType channel, MessageContent.ProductCards cards, String locale);
}
