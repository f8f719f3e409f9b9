package dev.parley.aws.chat;

import dev.parley.aws.log.Log;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.channel.ChannelNames;
import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.channel.CredentialWatch;
import dev.parley.domain.conversation.ConversationChanges;
import dev.parley.domain.conversation.Conversations;
import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.conversation.Messages;
import dev.parley.domain.conversation.Receipts;
import dev.parley.domain.forward.Forwards;
import dev.parley.domain.forward.Occurrences;
import dev.parley.domain.forward.ToldChanges;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.InboundQueue;
import dev.parley.domain.inbound.ParkedEvents;
import dev.parley.domain.inbound.Senders;
import dev.parley.domain.outbound.Outbox;
import dev.parley.domain.outbound.SentFacts;
import dev.parley.domain.outbound.SentMessages;
import dev.parley.domain.replay.Corrections;
import dev.parley.domain.replay.KeptEvents;
import dev.parley.domain.replay.ReplayQueue;
import dev.parley.domain.replay.Replays;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The beans over chat's tables and queues. */
@Factory
public class ChatAwsBeans {
  private static final String CHANNELS = "CHANNELS_TABLE";
  private static final String CONVERSATIONS = "CONVERSATIONS_TABLE";
  private static final String MESSAGES = "MESSAGES_TABLE";

  private final RuntimeEnvironment environment;

  ChatAwsBeans(RuntimeEnvironment environment) {
    this.environment = environment;
  }

  @Singleton
  KmsSecrets secrets(KmsClient kms) {
    return new KmsSecrets(kms, environment.required("SECRETS_KEY_ID"));
  }

  @Singleton
  ConnectedChannels connectedChannels(
      DynamoDbClient dynamo, KmsSecrets secrets, InstantSource clock) {
    return new CachedChannels(dynamo, environment.required(CHANNELS), secrets, clock);
  }

  @Singleton
  Channels channels(DynamoDbClient dynamo, KmsSecrets secrets, InstantSource clock) {
    return new DynamoChannels(dynamo, environment.required(CHANNELS), secrets, clock);
  }

  @Singleton
  CredentialWatch credentialWatch(DynamoDbClient dynamo, InstantSource clock) {
    return new DynamoCredentialWatch(dynamo, environment.required(CHANNELS), clock);
  }

  @Singleton
  Forwards forwards(DynamoDbClient dynamo) {
    return new DynamoForwards(dynamo, environment.required(CHANNELS));
  }

  @Singleton
  Occurrences occurrences(DynamoDbClient dynamo, ChatTables tables) {
    return new DynamoOccurrences(dynamo, tables);
  }

  @Singleton
  ToldChanges toldChanges(DynamoDbStreamsClient streams) {
    return new StreamedChanges(streams);
  }

  @Singleton
  ChannelNames channelNames(DynamoDbClient dynamo) {
    return new DynamoChannelNames(dynamo, environment.required(CHANNELS));
  }

  @Singleton
  ChannelSigns channelSigns(DynamoDbClient dynamo, InstantSource clock) {
    return new DynamoChannelSigns(dynamo, environment.required(CHANNELS), clock);
  }

  @Singleton
  @Bean(typed = {Conversations.class, ConversationChanges.class})
  DynamoConversations conversations(DynamoDbClient dynamo) {
    return new DynamoConversations(dynamo, environment.required(CONVERSATIONS));
  }

  @Singleton
  Inbox inbox(DynamoDbClient dynamo) {
    return new DynamoInbox(dynamo, environment.required(CONVERSATIONS));
  }

  @Singleton
  Messages messages(DynamoDbClient dynamo) {
    return new DynamoMessages(dynamo, environment.required(MESSAGES));
  }

  @Singleton
  SentFacts sentFacts(DynamoDbClient dynamo) {
    return new DynamoSentFacts(dynamo, environment.required(MESSAGES));
  }

  @Singleton
  ChatTables tables() {
    return new ChatTables(environment.required(CONVERSATIONS), environment.required(MESSAGES));
  }

  @Singleton
  Arrivals arrivals(DynamoDbClient dynamo, ChatTables tables) {
    return new DynamoArrivals(dynamo, tables);
  }

  @Singleton
  Receipts receipts(DynamoDbClient dynamo, ChatTables tables) {
    return new DynamoReceipts(dynamo, tables, environment.required("FIGURES_TABLE"));
  }

  @Singleton
  Senders senders(DynamoDbClient dynamo) {
    return new DynamoSenders(dynamo, environment.required(CONVERSATIONS));
  }

  @Singleton
  KeptEvents keptEvents(DynamoDbClient dynamo, ChatTables tables) {
    return new DynamoKeptEvents(dynamo, tables);
  }

  @Singleton
  Corrections corrections(DynamoDbClient dynamo, ChatTables tables) {
    return new DynamoCorrections(dynamo, tables);
  }

  @Singleton
  Replays replays(DynamoDbClient dynamo, InstantSource clock) {
    return new DynamoReplays(dynamo, environment.required(MESSAGES), clock);
  }

  @Singleton
  ReplayQueue replayQueue(SqsClient sqs) {
    return new SqsReplayQueue(sqs, environment.required("REPLAYS_QUEUE_URL"));
  }

  @Singleton
  SentMessages sentMessages(DynamoDbClient dynamo, ChatTables tables) {
    return new DynamoSentMessages(dynamo, tables, environment.required("FIGURES_TABLE"));
  }

  @Singleton
  InboundQueue inboundQueue(SqsClient sqs) {
    return new SqsInboundQueue(sqs, environment.required("INBOUND_QUEUE_URL"));
  }

  @Singleton
  ParkedEvents parkedEvents(DynamoDbClient dynamo, Log log) {
    return new DynamoParkedEvents(dynamo, environment.required("PARKED_TABLE"), log);
  }

  @Singleton
  Outbox outbox(SqsClient sqs, DynamoDbClient dynamo) {
    return new QueuedOutbox(
        sqs, environment.required("OUTBOUND_QUEUE_URL"), dynamo, environment.required(MESSAGES));
  }
}
