package dev.parley.local;

import dev.parley.local.gateway.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where all that survives a restart is kept; without a directory, nothing does. */
final class DataDirectory implements AutoCloseable {
  private static final int SECRET_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final @Nullable Path directory;
  private final @Nullable FileChannel lock;

  private DataDirectory(@Nullable Path directory, @Nullable FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /** Opens it, made if need be, for this process alone. */
  static DataDirectory open(@Nullable Path directory) {
    if (directory == null) {
      return new DataDirectory(null, null);
    }
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new StartFault("Another runner uses the data directory " + directory, null);
      }
      return new DataDirectory(directory, channel);
    } catch (IOException e) {
      throw new StartFault("Can't use the data directory " + directory + ": " + reason(e), e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // by this very process
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }

  @Nullable Path path() {
    return directory;
  }

  /** The secret that the key service's keys come from. */
  byte[] secret() {
    byte[] fresh = new byte[SECRET_BYTES];
    random.nextBytes(fresh);
    return read("secret").orElseGet(() -> write("secret", fresh));
  }

  Optional<Demo> demo() {
    return read("demo.json")
        .map(Json::parse)
        .map(
            json ->
                new Demo(
                    json.path("merchantId").asText(),
                    json.path("ownerKey").asText(),
                    json.path("agentKey").asText()));
  }

  void keep(Demo demo) {
    write(
        "demo.json",
        Json.bytes(
            Json.object()
                .put("merchantId", demo.merchantId())
                .put("ownerKey", demo.ownerKey())
                .put("agentKey", demo.agentKey())));
  }

  private Optional<byte[]> read(String name) {
    try {
      return directory == null || !Files.exists(directory.resolve(name))
          ? Optional.empty()
          : Optional.of(Files.readAllBytes(directory.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] write(String name, byte[] content) {
    if (directory != null) {
      try {
        Files.write(directory.resolve(name), content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return content;
  }

  @Override
  public void close() {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
