package dev.darkroom.core.spi;

import dev.darkroom.core.ir.GraphPatch;
import java.util.List;
import java.util.Set;

/// What a component's graph has beyond its plain form.
///
/// @param features optional inputs and outputs
/// @param patches changes made by extensions, applied in order
public record GraphOptions(Set<Feature> features, List<GraphPatch> patches) {

  public GraphOptions {
    features = Set.copyOf(features);
    patches = List.copyOf(patches);
  }

  public static GraphOptions plain() {
    return new GraphOptions(Set.of(), List.of());
  }

  public static GraphOptions with(Feature... features) {
    return new GraphOptions(Set.of(features), List.of());
  }

  /// Optional inputs and outputs of components.
  public enum Feature {
    /// A denoiser takes residuals of a ControlNet: inputs `down_0`, `down_1` ... and `mid`.
    CONTROL_RESIDUALS,
    /// A text encoder takes `layer` (I64 scalar: how many layers from the end to stop, 0 is the last)
    /// and returns that layer's output as `layer_hidden_state` and, after the final norm, as
    /// `layer_normalized_hidden_state`.
    LAYER_CHOICE
  }
}
