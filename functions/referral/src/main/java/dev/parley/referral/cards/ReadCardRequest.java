package dev.parley.referral.cards;

import dev.parley.aws.http.Fields;
import dev.parley.domain.catalog.Availability;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.Products;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversations;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.outbound.Limits;
import dev.parley.domain.referral.Referral;
import dev.parley.platforms.Platforms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which cards go to which conversation, refusing all that is wrong at once. */
public final class ReadCardRequest {
  private static final int MOST_TEXT = 100_000;
  private static final int LONGEST_ID = 100;
  private static final String PRODUCTS = "productIds";
  private static final String CONVERSATION = "conversationId";

  private final Conversations conversations;
  private final Products products;

  public ReadCardRequest(Conversations conversations, Products products) {
    this.conversations = conversations;
    this.products = products;
  }

  /** Reads the cards of a preview. */
  public CardRequest forPreview(MerchantId merchant, Fields fields) {
    return read(merchant, fields, false);
  }

  /** Reads the cards to be sent, and what is said before them. */
  public CardRequest forSending(MerchantId merchant, Fields fields) {
    return read(merchant, fields, true);
  }

  private CardRequest read(MerchantId merchant, Fields fields, boolean withText) {
    String id = fields.text(CONVERSATION, LONGEST_ID);
    List<String> ids = fields.texts(PRODUCTS, 1, Referral.MOST_PRODUCTS);
    Optional<Conversation> conversation =
        id.isBlank() ? Optional.empty() : conversations.find(merchant, new ConversationId(id));
    String text = withText ? text(fields, conversation.orElse(null)) : null;
    if (!id.isBlank() && conversation.isEmpty()) {
      fields.error(CONVERSATION, "must be a conversation of the merchant");
    }
    List<Product> found = found(merchant, ids, fields);
    fields.done();
    String said = text == null || text.isBlank() ? null : text;
    return new CardRequest(conversation.orElseThrow(), found, said);
  }

  /**
   * @param conversation {@code null} when it isn't there: then no platform limits the text
   */
  private static @Nullable String text(Fields fields, @Nullable Conversation conversation) {
    String text = fields.optionalText("text", MOST_TEXT);
    if (text != null && conversation != null) {
      Limits limits = Platforms.limits(conversation.channelType());
      if (!limits.takes(text)) {
        fields.error("text", limits.textRule());
      }
    }
    return text;
  }

  private List<Product> found(MerchantId merchant, List<String> ids, Fields fields) {
    Set<ProductId> asked = new LinkedHashSet<>();
    ids.stream()
        .filter(id -> id.length() <= LONGEST_ID)
        .forEach(id -> asked.add(new ProductId(id)));
    Map<ProductId, Product> known = asked.isEmpty() ? Map.of() : products.find(merchant, asked);
    List<Product> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      Product product = known.get(new ProductId(ids.get(i)));
      String pointer = PRODUCTS + "/" + i;
      if (!seen.add(ids.get(i))) {
        fields.error(pointer, "appears twice");
      } else if (product == null) {
        fields.error(pointer, "must be a product of the merchant");
      } else if (product.availability() == Availability.UNPUBLISHED) {
        fields.error(pointer, "must be published");
      } else {
        found.add(product);
      }
    }
    return found;
  }
}
