package dev.parley.aws.chat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.EncryptRequest;
import software.amazon.awssdk.services.kms.model.EncryptResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/** A key service that opens what it sealed only under the same context. */
public final class BoundKms implements KmsClient {
  @Override
  public EncryptResponse encrypt(EncryptRequest request) {
    byte[] sealed =
        (bound(request.encryptionContext()) + request.plaintext().asUtf8String())
            .getBytes(StandardCharsets.UTF_8);
    return EncryptResponse.builder().ciphertextBlob(SdkBytes.fromByteArray(sealed)).build();
  }

  @Override
  public DecryptResponse decrypt(DecryptRequest request) {
    String sealed = request.ciphertextBlob().asUtf8String();
    String context = bound(request.encryptionContext());
    if (!sealed.startsWith(context)) {
      throw InvalidCiphertextException.builder().message("bound to another context").build();
    }
    SdkBytes plain = SdkBytes.fromUtf8String(sealed.substring(context.length()));
    return DecryptResponse.builder().plaintext(plain).build();
  }

  private static String bound(Map<String, String> context) {
    return new TreeMap<>(context) + "|";
  }

  @Override
  public String serviceName() {
    return "kms";
  }

  @Override
  public void close() {}
}
