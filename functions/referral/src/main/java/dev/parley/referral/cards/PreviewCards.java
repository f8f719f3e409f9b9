package dev.parley.referral.cards;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.outbound.CardCompiler;
import dev.parley.domain.outbound.CompiledMessage;
import java.util.function.Function;

/** Shows what the platform would get for cards, without sending anything. */
public final class PreviewCards {
  private final Function<ChannelType, CardCompiler> compilers;

  public PreviewCards(Function<ChannelType, CardCompiler> compilers) {
    this.compilers = compilers;
  }

  public CompiledMessage preview(Caller caller, CardRequest request) {
    return compilers
        .apply(request.conversation().channelType())
        .compile(
            Cards.of(request, position -> request.products().get(position).url()),
            caller.merchant().locale());
  }
}
