package dev.parley.chat.widget;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Messages;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shows a visitor what was said in the visitor's own conversation, the oldest first. */
public final class ShowConversation {
  private static final Pattern MESSAGE = Pattern.compile("msg_[0-9A-Z]{26}");
  private static final int MOST = 100;
  private static final int USUAL = 50;

  private final KnowVisitors visitors;
  private final VisitorRates rates;
  private final Messages messages;

  ShowConversation(KnowVisitors visitors, VisitorRates rates, Messages messages) {
    this.visitors = visitors;
    this.rates = rates;
    this.messages = messages;
  }

  public HttpReply show(WidgetChannel channel, HttpCall call) {
    return visitors.answer(
        channel,
        call,
        visitor -> rates.refusedRead(visitor).orElseGet(() -> page(visitor, call.queryFields())));
  }

  private HttpReply page(Visitor visitor, QueryFields query) {
    String after = query.value("after", "must be the id of a message", ShowConversation::id);
    int limit = query.limit(MOST, USUAL);
    query.done();
    return page(visitor, new PageRequest(limit, after));
  }

  private static Optional<String> id(String text) {
    return MESSAGE.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  private HttpReply page(Visitor visitor, PageRequest request) {
    Page<Message> page = messages.oldest(visitor.merchantId(), visitor.conversationId(), request);
    List<ShownMessage> shown =
        page.items().stream().map(ShownMessage::of).flatMap(Optional::stream).toList();
    return HttpReply.json(
        200,
        w ->
            w.objects("items", shown, ShownMessageJson::write)
                .field("nextCursor", page.nextCursor()));
  }
}
