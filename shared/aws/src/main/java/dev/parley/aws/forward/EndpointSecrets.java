package dev.parley.aws.forward;

import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * Secrets of endpoints encrypted by KMS, bound to their merchant and endpoint; what was opened is
 * kept for five minutes in this sandbox.
 */
final class EndpointSecrets {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST = 500;

  private final KmsClient kms;
  private final String keyId;
  private final InstantSource clock;
  private final Map<SdkBytes, Opened> opened =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SdkBytes, Opened> eldest) {
          return size() > MOST;
        }
      };

  EndpointSecrets(KmsClient kms, String keyId, InstantSource clock) {
    this.kms = kms;
    this.keyId = keyId;
    this.clock = clock;
  }

  byte[] seal(MerchantId merchant, EndpointId endpoint, byte[] secret) {
    return kms.encrypt(
            r ->
                r.keyId(keyId)
                    .encryptionContext(context(merchant, endpoint))
                    .plaintext(SdkBytes.fromByteArray(secret)))
        .ciphertextBlob()
        .asByteArray();
  }

  synchronized byte[] open(MerchantId merchant, EndpointId endpoint, byte[] sealed) {
    Instant now = clock.instant();
    SdkBytes blob = SdkBytes.fromByteArray(sealed);
    Opened known = opened.get(blob);
    if (known == null
        || !known.endpoint.equals(endpoint)
        || Duration.between(known.at, now).abs().compareTo(KEPT) >= 0) {
      SdkBytes plain =
          kms.decrypt(
                  r ->
                      r.keyId(keyId)
                          .encryptionContext(context(merchant, endpoint))
                          .ciphertextBlob(blob))
              .plaintext();
      known = new Opened(endpoint, plain, now);
      opened.put(blob, known);
    }
    return known.secret.asByteArray();
  }

  private static Map<String, String> context(MerchantId merchant, EndpointId endpoint) {
    return Map.of("merchant", merchant.value(), "webhookEndpoint", endpoint.value());
  }

  private record Opened(EndpointId endpoint, SdkBytes secret, Instant at) {}
}
