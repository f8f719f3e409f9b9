package dev.parley.local;

import dev.parley.local.gateway.AwsClient;
import dev.parley.local.gateway.AwsService;
import dev.parley.local.gateway.KmsForward;
import dev.parley.local.gateway.KmsService;
import dev.parley.local.store.EmbeddedQueues;
import dev.parley.local.store.EmbeddedTables;
import dev.parley.local.store.QueueDepths;
import dev.parley.local.store.RemoteDepths;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The tables, queues and keys: embedded ones, or LocalStack's.
 *
 * @param closing ends what was started for it
 */
record Stores(
    AwsClient database,
    AwsClient queueService,
    QueueDepths depths,
    AwsService keys,
    Runnable closing)
    implements AutoCloseable {

  static Stores start(RunningSystem.Setting setting, HttpClient http) {
    URI localStack = setting.localStack();
    return localStack == null ? embedded(setting, http) : at(localStack, setting, http);
  }

  private static Stores embedded(RunningSystem.Setting setting, HttpClient http) {
    @Nullable Path directory = setting.data().path();
    CompletableFuture<EmbeddedTables> starting =
        CompletableFuture.supplyAsync(() -> EmbeddedTables.start(directory));
    EmbeddedQueues queues =
        EmbeddedQueues.start(
            directory, setting.time().queues(), setting.here().region(), setting.here().account());
    EmbeddedTables tables = starting.join();
    AwsService keys =
        new KmsService(
            setting.data().secret(), setting.deployment().keys(), setting.here().arn("kms", ""));
    return new Stores(
        new AwsClient(http, tables.uri(), "dynamodb"),
        new AwsClient(http, queues.uri(), "sqs"),
        queues,
        keys,
        () -> {
          queues.close();
          tables.close();
        });
  }

  private static Stores at(URI localStack, RunningSystem.Setting setting, HttpClient http) {
    URI base = localStack.resolve("/");
    AwsClient queues = new AwsClient(http, base, "sqs");
    return new Stores(
        new AwsClient(http, base, "dynamodb"),
        queues,
        new RemoteDepths(queues),
        new KmsForward(new AwsClient(http, base, "kms"), setting.deployment().keys()),
        () -> {});
  }

  @Override
  public void close() {
    closing.run();
  }
}
