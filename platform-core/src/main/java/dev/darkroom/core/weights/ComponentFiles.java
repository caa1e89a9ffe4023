package dev.darkroom.core.weights;

import dev.darkroom.core.error.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds and opens the weight files of one component folder, under the names that publishers give.
final class ComponentFiles {

  /// Best first; `.fp16` variants only where the plain file is absent.
  private static final List<String> NAMES =
      List.of(
          "model.safetensors",
          "diffusion_pytorch_model.safetensors",
          "model.safetensors.index.json",
          "diffusion_pytorch_model.safetensors.index.json",
          "model.fp16.safetensors",
          "diffusion_pytorch_model.fp16.safetensors",
          "model.safetensors.index.fp16.json",
          "model.fp16.safetensors.index.json",
          "diffusion_pytorch_model.safetensors.index.fp16.json",
          "diffusion_pytorch_model.fp16.safetensors.index.json");

  private static final List<String> PICKLES = List.of(".bin", ".ckpt", ".pt", ".pth", ".pkl");

  private ComponentFiles() {}

  /// The tensors of the folder's best weight file; empty if it has no weight file at all.
  ///
  /// @throws ModelFormatException if the file is damaged, if there are several and none has a usual
  ///     name, or if only pickle files are there
  static Optional<Map<String, StoredWeight>> read(Path folder) {
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        return Optional.of(read(file, name));
      }
    }
    List<Path> files = files(folder);
    List<Path> others = files.stream().filter(file -> hasEnding(file, ".safetensors")).toList();
    if (others.size() > 1) {
      throw new ModelFormatException(
          folder.toString(),
          "holds several models (%s). Give the path of the one to use."
              .formatted(String.join(", ", names(others))));
    }
    if (others.size() == 1) {
      return Optional.of(SafetensorsFile.open(others.getFirst()).stored());
    }
    Optional<Path> pickle = files.stream().filter(f -> isPickle(f.toString())).findFirst();
    if (pickle.isPresent()) {
      throw pickleOnly(pickle.get());
    }
    return Optional.empty();
  }

  private static Map<String, StoredWeight> read(Path file, String name) {
    return name.endsWith(".json") ? Shards.open(file) : SafetensorsFile.open(file).stored();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new ModelFormatException(
          folder.toString(), "cannot be listed (%s). Check the folder's rights.".formatted(e), e);
    }
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> String.valueOf(file.getFileName())).toList();
  }

  private static boolean hasEnding(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  static boolean isPickle(String name) {
    return PICKLES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }

  static ModelFormatException pickleOnly(Path file) {
    return new ModelFormatException(
        file.toString(),
        "is a pickle checkpoint, which may run code and is not read yet."
            + " Use a .safetensors version of the model.");
  }
}
