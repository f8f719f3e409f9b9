package dev.parley.domain.outbound;

import dev.parley.domain.conversation.MessageContent;

/** Puts product cards into the form of one platform, within its limits. */
public interface CardCompiler {
  /**
   * @param locale the language of what is added to the cards: a BCP 47 tag such as {@code zh-TW}
   */
  CompiledMessage compile(MessageContent.ProductCards cards, String locale);
}
