package dev.parley.aws.chat;

import dev.parley.testkit.aws.LocalAws;
import java.net.URI;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/** Secrets of tests: under a key of LocalStack when there is one, else under a fake one. */
final class TestSecrets {
  private TestSecrets() {}

  static KmsSecrets of(LocalAws aws) {
    return aws.localStack()
        .map(TestSecrets::underARealKey)
        .orElseGet(() -> new KmsSecrets(new BoundKms(), "key"));
  }

  private static KmsSecrets underARealKey(URI localStack) {
    KmsClient kms =
        KmsClient.builder()
            .endpointOverride(localStack)
            .region(Region.of(LocalAws.REGION))
            .credentialsProvider(LocalAws.credentials())
            .httpClient(AwsCrtHttpClient.create())
            .build();
    return new KmsSecrets(kms, kms.createKey().keyMetadata().arn());
  }
}
