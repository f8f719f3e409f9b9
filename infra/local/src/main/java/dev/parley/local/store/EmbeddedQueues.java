package dev.parley.local.store;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.QueueStatistics;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.msg.GetQueueStatistics;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** ElasticMQ on a loopback port of its own, in memory or in a database file. */
public final class EmbeddedQueues implements QueueDepths, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SETTINGS =
      """
      pekko {
        loglevel = ERROR
        stdout-loglevel = OFF
        log-dead-letters = off
        log-dead-letters-during-shutdown = off
        jvm-exit-on-fatal-error = off
        coordinated-shutdown.run-by-jvm-shutdown-hook = off
        http.server.idle-timeout = 3600s
        http.server.preview.enable-http2 = off
      }
      """;

  private final ActorSystem actors;
  private final ActorRef manager;
  private final SQSRestServer server;
  private final QueueClock clock;

  private EmbeddedQueues(
      ActorSystem actors, ActorRef manager, SQSRestServer server, QueueClock clock) {
    this.actors = actors;
    this.manager = manager;
    this.server = server;
    this.clock = clock;
  }

  /**
   * Starts it.
   *
   * @param directory where messages are kept, or null to keep them in memory
   */
  public static EmbeddedQueues start(
      @Nullable Path directory, QueueClock clock, String region, String account) {
    Config settings = ConfigFactory.parseString(SETTINGS).withFallback(ConfigFactory.load());
    ActorSystem actors = ActorSystem.create("queues", settings);
    Option<ActorRef> store = Option.apply(directory == null ? null : store(actors, directory));
    ActorRef manager =
        actors.actorOf(
            Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(clock, StrictSQSLimits$.MODULE$, store)));
    if (store.isDefined()) {
      ask(store.get(), new QueueEvent.Restore(manager));
    }
    SQSRestServer server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withQueueManagerActor(manager)
            .withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion(region)
            .withAWSAccountId(account)
            .start();
    return new EmbeddedQueues(actors, manager, server, clock);
  }

  private static ActorRef store(ActorSystem actors, Path directory) {
    String url = "jdbc:h2:" + directory.resolve("queues").toAbsolutePath() + ";DB_CLOSE_DELAY=-1";
    SqlQueuePersistenceConfig config =
        new SqlQueuePersistenceConfig(true, "org.h2.Driver", url, "", "", false);
    scala.collection.immutable.List<CreateQueueMetadata> none =
        CollectionConverters.asScala(List.<CreateQueueMetadata>of()).toList();
    return actors.actorOf(
        Props.create(
            SqlQueuePersistenceActor.class, () -> new SqlQueuePersistenceActor(config, none)));
  }

  private static Object ask(ActorRef actor, Object message) {
    CompletionStage<Object> answer = Patterns.ask(actor, message, PATIENCE);
    return answer.toCompletableFuture().join();
  }

  public URI uri() {
    return URI.create(
        "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort() + "/");
  }

  @Override
  public Depth depth(String queue) {
    return lookUp(queue)
        .map(actor -> (QueueStatistics) ask(actor, new GetQueueStatistics(clock.nowMillis())))
        .map(
            statistics ->
                new Depth(
                    statistics.approximateNumberOfVisibleMessages(),
                    statistics.approximateNumberOfInvisibleMessages(),
                    statistics.approximateNumberOfMessagesDelayed()))
        .orElseThrow(() -> new IllegalArgumentException("There is no queue " + queue));
  }

  private Optional<ActorRef> lookUp(String queue) {
    Option<?> found = (Option<?>) ask(manager, new LookupQueue(queue));
    return found.isDefined() ? Optional.of((ActorRef) found.get()) : Optional.empty();
  }

  @Override
  public void close() {
    server.stopAndWait();
    actors.terminate();
    actors.getWhenTerminated().toCompletableFuture().join();
  }
}
