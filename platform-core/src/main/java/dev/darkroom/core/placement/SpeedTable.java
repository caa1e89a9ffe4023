package dev.darkroom.core.placement;

import dev.darkroom.core.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The speeds that were measured, in a file of the user's cache folder.
///
/// @param file the file; need not exist
/// @param speeds what it holds
public record SpeedTable(Path file, List<Speed> speeds) {

  private static final String NAME = "speeds.json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  public SpeedTable {
    speeds = List.copyOf(speeds);
  }

  /// Reads the table in a cache folder. One that cannot be read counts as empty.
  ///
  /// @param notices told when the file is damaged
  public static SpeedTable in(Path cache, Consumer<String> notices) {
    Path file = cache.resolve(NAME);
    try {
      return new SpeedTable(file, List.of(JSON.readValue(Files.readString(file), Speed[].class)));
    } catch (NoSuchFileException e) {
      return new SpeedTable(file, List.of());
    } catch (IOException | JacksonException | NullPointerException e) {
      notices.accept(
          "The measured speeds in %s cannot be read and are left aside; measure again with `darkroom"
                  .formatted(file)
              + " backends --measure`.");
      return new SpeedTable(file, List.of());
    }
  }

  /// This table with new speeds in the place of old ones of the same thing; writes the file.
  ///
  /// @throws dev.darkroom.core.error.DarkroomException if it cannot be written
  public SpeedTable with(List<Speed> measured) {
    List<Speed> all = new ArrayList<>(speeds);
    all.removeIf(old -> measured.stream().anyMatch(old::isOfSameThing));
    all.addAll(measured);
    SpeedTable changed = new SpeedTable(file, all);
    AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
    return changed;
  }

  /// What was measured on a machine with models of a shape.
  public List<Speed> of(String machine, String shape) {
    return speeds.stream()
        .filter(speed -> speed.machine().equals(machine) && speed.shape().equals(shape))
        .toList();
  }
}
