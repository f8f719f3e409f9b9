package dev.parley.chat.inbox;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversations;
import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.conversation.Messages;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import dev.parley.json.JsonWriter;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Shows agents their merchant's conversations and what was said in them. */
public final class ReadConversations {
  private static final int MOST_MESSAGES = 300;

  private final Inbox inbox;
  private final Conversations conversations;
  private final Messages messages;

  public ReadConversations(Inbox inbox, Conversations conversations, Messages messages) {
    this.inbox = inbox;
    this.conversations = conversations;
    this.messages = messages;
  }

  public HttpReply list(Caller caller, HttpCall call) {
    QueryFields query = call.queryFields();
    Inbox.Filter filter = InboxQuery.filter(query);
    PageRequest page = query.page();
    query.done();
    return page(inbox.list(caller.merchantId(), filter, page), ConversationJson::write);
  }

  public HttpReply one(Caller caller, HttpCall call) {
    call.noQuery();
    return find(caller.merchantId(), call)
        .map(found -> HttpReply.json(200, ConversationJson.of(found)))
        .orElseGet(HttpReply::notFound);
  }

  public HttpReply messages(Caller caller, HttpCall call) {
    PageRequest page = call.page(MOST_MESSAGES);
    MerchantId merchant = caller.merchantId();
    return find(merchant, call).map(found -> messages(found, page)).orElseGet(HttpReply::notFound);
  }

  private HttpReply messages(Conversation conversation, PageRequest page) {
    return page(
        messages.newest(conversation.merchantId(), conversation.id(), page),
        (w, message) -> MessageJson.write(w, conversation.watermarks().applied(message)));
  }

  private Optional<Conversation> find(MerchantId merchant, HttpCall call) {
    return conversations.find(merchant, new ConversationId(call.parameter("id")));
  }

  private static <T> HttpReply page(Page<T> page, BiConsumer<JsonWriter, T> write) {
    return HttpReply.json(
        200, w -> w.objects("items", page.items(), write).field("nextCursor", page.nextCursor()));
  }
}
