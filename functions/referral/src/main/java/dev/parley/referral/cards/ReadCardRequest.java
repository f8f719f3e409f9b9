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
import dev.parley.domain.referral.Referral;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads which cards go to which conversation, refusing all that is wrong at once. */
public final class ReadCardRequest {
  /** What LINE takes, in UTF-16 code units. */
  private static final int MOST_TEXT = 5000;

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
    String id = fields.text(CONVERSATION, 100);
    List<String> ids = fields.texts(PRODUCTS, 1, Referral.MOST_PRODUCTS);
    String text = withText ? fields.optionalText("text", MOST_TEXT) : null;
    if (text != null && text.length() > MOST_TEXT) {
      fields.error("text", "must be at most " + MOST_TEXT + " UTF-16 code units on LINE");
    }
    Optional<Conversation> conversation =
        id.isBlank() ? Optional.empty() : conversations.find(merchant, new ConversationId(id));
    if (!id.isBlank() && conversation.isEmpty()) {
      fields.error(CONVERSATION, "must be a conversation of the merchant");
    }
    List<Product> found = found(merchant, ids, fields);
    fields.done();
    String said = text == null || text.isBlank() ? null : text;
    return new CardRequest(conversation.orElseThrow(), found, said);
  }

  private List<Product> found(MerchantId merchant, List<String> ids, Fields fields) {
    Set<ProductId> asked = new LinkedHashSet<>();
    ids.forEach(id -> asked.add(new ProductId(id)));
    Map<ProductId, Product> known = asked.isEmpty() ? Map.of() : products.find(merchant, asked);
    List<Product> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      Product product = known.get(new ProductId(ids.get(i)));
      String pointer = PRODUCTS + "/" + i;
      if (!seen.add(ids.get(i))) {
        fields.error(pointer, "is there twice");
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
