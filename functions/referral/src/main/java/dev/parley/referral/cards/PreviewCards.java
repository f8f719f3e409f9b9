package dev.parley.referral.cards;

import dev.parley.domain.merchant.Caller;
import dev.parley.domain.outbound.CardCompiler;
import dev.parley.domain.outbound.CompiledMessage;

/** Shows what the platform would get for cards, without sending anything. */
public final class PreviewCards {
  private final CardCompiler compiler;

  public PreviewCards(CardCompiler compiler) {
    this.compiler = compiler;
  }

  public CompiledMessage preview(Caller caller, CardRequest request) {
    return compiler.compile(
        request.conversation().channelType(),
        Cards.of(request, position -> request.products().get(position).url()),
        caller.merchant().locale());
  }
}
