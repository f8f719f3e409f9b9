package dev.parley.aws.runtime;

import java.time.Duration;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;

/**
 * The one HTTP client under all AWS clients of a function. Closing it drops its connections; the
 * next request opens new ones, as it must after a restore from a snapshot.
 */
public final class Connections implements SdkHttpClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private SdkHttpClient client;
  private boolean open;

  public Connections() {
    client = connect();
    open = true;
  }

  private static SdkHttpClient connect() {
    return AwsCrtHttpClient.builder().connectionTimeout(CONNECT_TIMEOUT).maxConcurrency(50).build();
  }

  private synchronized SdkHttpClient current() {
    if (!open) {
      client = connect();
      open = true;
    }
    return client;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return current().prepareRequest(request);
  }

  @Override
  public String clientName() {
    return "AwsCommonRuntime";
  }

  @Override
  public synchronized void close() {
    if (open) {
      client.close();
      open = false;
    }
  }
}
