package dev.parley.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.events.StreamReader.Position;
import dev.parley.local.gateway.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far each function has read each stream, kept in a file when there is a data directory. */
public final class StreamPositions {
  private final @Nullable Path file;
  private final ObjectNode positions;

  /**
   * @param directory where they are kept, or null to keep them in memory
   */
  public StreamPositions(@Nullable Path directory) {
    this.file = directory == null ? null : directory.resolve("streams.json");
    try {
      this.positions =
          file != null && Files.exists(file)
              ? (ObjectNode) Json.parse(Files.readAllBytes(file))
              : Json.object();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized Optional<Position> of(String function, String table) {
    JsonNode position = positions.path(function + " " + table);
    return position.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new Position(
                position.path("shard").asText(), position.path("sequenceNumber").asText()));
  }

  synchronized void reached(String function, String table, Position position) {
    positions
        .putObject(function + " " + table)
        .put("shard", position.shard())
        .put("sequenceNumber", position.sequenceNumber());
    if (file != null) {
      write(file);
    }
  }

  private void write(Path target) {
    Path fresh = target.resolveSibling("streams.json.new");
    try {
      Files.write(fresh, Json.bytes(positions));
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
