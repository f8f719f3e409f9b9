package dev.parley.platforms;

import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.id.ProductId;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Product cards for tests. */
public final class Cards {
  private Cards() {}

  public static ProductCard card(String id, String title, @Nullable String imageUrl) {
    return new ProductCard(
        new ProductId(id),
        title,
        Money.parse("TWD 1290.00"),
        imageUrl,
        "https://p.example/r/" + id);
  }

  public static ProductCards of(@Nullable String text, ProductCard... cards) {
    return new ProductCards(text, List.of(cards));
  }

  /** Returns as many cards with pictures. */
  public static ProductCards many(@Nullable String text, int count) {
    return new ProductCards(
        text,
        IntStream.range(0, count)
            .mapToObj(i -> card("p" + i, "Tea " + i, "https://i.example/" + i))
            .toList());
  }
}
