package dev.parley.bench.plain;

import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Calls that change nothing and load what real ones need; refusals are what is expected. */
final class Primed {
  private Primed() {}

  static void sqs(SqsClient sqs, String queue) {
    quietly(() -> sqs.sendMessage(r -> r.queueUrl(queue).messageBody("")));
  }

  static void kms(KmsClient kms) {
    SdkBytes none = SdkBytes.fromByteArray(new byte[] {0});
    quietly(() -> kms.decrypt(r -> r.ciphertextBlob(none).encryptionContext(Map.of())));
  }

  private static void quietly(Runnable call) {
    try {
      call.run();
    } catch (SdkException e) {
      return;
    }
  }
}
