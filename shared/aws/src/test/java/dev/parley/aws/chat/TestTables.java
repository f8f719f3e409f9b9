package dev.parley.aws.chat;

import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.chat.ChatStores;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables of conversations, messages and figures, and the adapters over them. */
record TestTables(LocalAws aws, ChatTables chat, String figures) {
  static TestTables make(LocalAws aws) {
    ChatTables chat = new ChatTables(aws.table(Map.of("inbox", "inboxPk inboxSk")), aws.table());
    return new TestTables(aws, chat, aws.table());
  }

  ChatStores stores() {
    DynamoDbClient dynamo = aws.dynamo();
    DynamoConversations conversations = new DynamoConversations(dynamo, chat.conversations());
    return new ChatStores(
        new DynamoArrivals(dynamo, chat),
        new DynamoSentMessages(dynamo, chat, figures),
        new DynamoSentFacts(dynamo, chat.messages()),
        conversations,
        conversations,
        new DynamoInbox(dynamo, chat.conversations()),
        new DynamoMessages(dynamo, chat.messages()));
  }
}
