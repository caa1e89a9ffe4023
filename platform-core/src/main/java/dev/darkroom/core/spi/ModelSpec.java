package dev.darkroom.core.spi;

import dev.darkroom.core.weights.WeightIndex;
import java.util.Optional;
import java.util.Set;

/// A recognised checkpoint: what the pipeline has to know about it. Families implement it with a
/// record that holds their configuration too.
public interface ModelSpec {

  /// Id of the family (`family.sd`).
  String family();

  /// Variant within the family, for people (`Stable Diffusion 1.x, inpainting`).
  String title();

  WeightIndex index();

  /// The components that the checkpoint holds.
  Set<Component> components();

  /// The diffusion settings, for a checkpoint that is a whole model.
  Optional<DiffusionSettings> diffusion();
}
