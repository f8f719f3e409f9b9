package dev.parley.bench.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The certificate of the local host, and how a process is made to trust it besides those that it
 * trusts anyway: what the functions run stays as it is, and reads as many certificates as on AWS.
 */
final class Certificates {
  private static final String PASSWORD = "changeit";
  private static final Path KEYS = TaskRoots.FOLDER.resolve("tls.p12").toAbsolutePath();
  private static final Path OURS = TaskRoots.FOLDER.resolve("tls.pem").toAbsolutePath();
  private static final Path TRUSTED = TaskRoots.FOLDER.resolve("trusted.pem").toAbsolutePath();
  private static final Path JVM_TRUSTED = TaskRoots.FOLDER.resolve("trusted.p12").toAbsolutePath();
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  /** Where native TLS looks for what it trusts, by Linux distribution. */
  private static final List<Path> BUNDLES =
      Stream.of("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt")
          .map(Path::of)
          .toList();

  /** How a process gets a view of the files of its own, as root and otherwise. */
  private static final List<List<String>> OWN_VIEWS =
      List.of(List.of("unshare", "--mount"), List.of("unshare", "--map-root-user", "--mount"));

  private final Path bundle;
  private final List<String> ownView;

  private Certificates(Path bundle, List<String> ownView) {
    this.bundle = bundle;
    this.ownView = ownView;
  }

  /** Returns whether processes can be made to trust it on this machine. */
  static boolean possible() {
    return BUNDLES.stream().anyMatch(Files::exists)
        && OWN_VIEWS.stream().anyMatch(Certificates::works);
  }

  static Certificates made() {
    Path bundle = BUNDLES.stream().filter(Files::exists).findFirst().orElseThrow();
    List<String> ownView = OWN_VIEWS.stream().filter(Certificates::works).findFirst().orElseThrow();
    try {
      if (!Files.exists(JVM_TRUSTED)) {
        make(bundle);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Certificates(bundle, ownView);
  }

  private static void make(Path bundle) throws IOException {
    Files.createDirectories(TaskRoots.FOLDER);
    Files.deleteIfExists(KEYS);
    keytool("-genkeypair", "-alias", "local", "-keyalg", "EC", "-groupname", "secp256r1")
        .with("-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-ext", "bc:c=ca:true")
        .with("-validity", "3650", "-storetype", "PKCS12", "-keystore", KEYS.toString())
        .with("-keypass", PASSWORD)
        .run();
    keytool("-exportcert", "-rfc", "-alias", "local", "-keystore", KEYS.toString())
        .with("-file", OURS.toString())
        .run();
    String all = Files.readString(bundle, StandardCharsets.US_ASCII) + Files.readString(OURS);
    Files.writeString(TRUSTED, all, StandardCharsets.US_ASCII);
    Path own = JVM_TRUSTED.resolveSibling("trusted.p12.part");
    Files.copy(JDK.resolve("lib/security/cacerts"), own, StandardCopyOption.REPLACE_EXISTING);
    keytool("-importcert", "-noprompt", "-alias", "local", "-keystore", own.toString())
        .with("-file", OURS.toString())
        .run();
    Files.move(own, JVM_TRUSTED);
  }

  private static Tool keytool(String... arguments) {
    return new Tool(List.of(JDK.resolve("bin/keytool").toString()))
        .with(arguments)
        .with("-storepass", PASSWORD);
  }

  private static boolean works(List<String> ownView) {
    return new Tool(ownView).with("true").ends() == 0;
  }

  SSLContext context() {
    try (InputStream in = Files.newInputStream(KEYS)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the command within which native TLS trusts it. */
  List<String> trusting() {
    String mount = "mount --bind \"$0\" \"$1\" && shift && exec \"$@\"";
    return new Tool(ownView)
        .with("sh", "-c", mount, TRUSTED.toString(), bundle.toString())
        .command();
  }

  /** Returns the options with which a JVM trusts it. */
  String jvmOptions() {
    return "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
        .formatted(JVM_TRUSTED, PASSWORD);
  }
}
