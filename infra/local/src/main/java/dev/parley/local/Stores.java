package dev.parley.local;

import dev.parley.local.gateway.AwsClient;
import dev.parley.local.store.EmbeddedQueues;
import dev.parley.local.store.EmbeddedTables;
import dev.parley.local.store.QueueClock;
import dev.parley.local.template.Surroundings;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The embedded tables and queues, started side by side, with clients of both. */
record Stores(
    EmbeddedTables tables, EmbeddedQueues queues, AwsClient database, AwsClient queueService)
    implements AutoCloseable {

  static Stores start(
      @Nullable Path directory, QueueClock clock, Surroundings here, HttpClient http) {
    CompletableFuture<EmbeddedTables> tables =
        CompletableFuture.supplyAsync(() -> EmbeddedTables.start(directory));
    EmbeddedQueues queues = EmbeddedQueues.start(directory, clock, here.region(), here.account());
    EmbeddedTables database = tables.join();
    return new Stores(
        database,
        queues,
        new AwsClient(http, database.uri(), "dynamodb"),
        new AwsClient(http, queues.uri(), "sqs"));
  }

  @Override
  public void close() {
    queues.close();
    tables.close();
  }
}
