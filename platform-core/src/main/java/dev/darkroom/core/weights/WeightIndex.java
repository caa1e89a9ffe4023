package dev.darkroom.core.weights;

import dev.darkroom.core.error.ModelFormatException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The table of contents of a model: a single file, a component folder, or a whole diffusers folder.
///
/// In a folder of components the tensors of each component carry its folder's name as prefix
/// (`unet/conv_in.weight`); in a single file and in a component folder they are named as stored.
/// Immutable and safe for use by several threads; holds maps of its files until it is unreachable.
public interface WeightIndex {

  /// The file or folder that was opened.
  Path location();

  /// Every tensor by name. Entries are lazy.
  Map<String, Weight> weights();

  /// The tensor of this name.
  ///
  /// @throws ModelFormatException if the model has no such tensor; names the model and the tensor
  default Weight weight(String name) {
    Weight weight = weights().get(name);
    if (weight == null) {
      throw new ModelFormatException(
          location().toString(),
          "has no tensor \"%s\". Check that it is the right model, or download it again."
              .formatted(name));
    }
    return weight;
  }

  /// The text of a small file that lies in the model folder (`unet/config.json`), if there is one.
  ///
  /// @param path relative to [#location()], with `/` between folders; may not leave the folder
  Optional<String> text(String path);
}
