package dev.darkroom.core.weights;

import dev.darkroom.core.error.ModelFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The way in: opens whatever a model is published as.
public final class ModelFiles {

  private ModelFiles() {}

  /// Opens a model without reading its tensors. `location` is one of
  ///
  /// - a `.safetensors` file, or the `.safetensors.index.json` of one in several shards;
  /// - a component folder: `config.json` beside `model.safetensors` or
  ///   `diffusion_pytorch_model.safetensors`, whole, in shards, or as `.fp16` variant only;
  /// - a diffusers folder: `model_index.json` and component folders, whose names prefix the
  ///   tensors (`unet/conv_in.weight`). A folder of component folders without the index will do.
  ///
  /// @throws ModelFormatException if there is nothing there, if it is no model, or if a file of it
  ///     is missing or damaged; names the file and what to do
  public static WeightIndex open(Path location) {
    if (Files.isDirectory(location)) {
      return ModelFolder.open(location);
    }
    String name = location.toString().toLowerCase(Locale.ROOT);
    if (!Files.exists(location)) {
      throw new ModelFormatException(
          location.toString(), "there is no such file or folder. Check the path of the model.");
    }
    if (name.endsWith(".safetensors.index.json")) {
      return ModelFolder.ofShards(location);
    }
    if (ComponentFiles.isPickle(name)) {
      throw ComponentFiles.pickleOnly(location);
    }
    if (!name.endsWith(".safetensors")) {
      throw new ModelFormatException(
          location.toString(),
          "is no model that Darkroom knows. Give a .safetensors file or a model folder.");
    }
    return SafetensorsFile.open(location);
  }
}
