package dev.darkroom.core.family.common;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.DiffusionSettings;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.weights.WeightIndex;
import dev.darkroom.core.weights.Weights;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A recognised checkpoint with the sizes of its networks.
///
/// @param family id of the family
/// @param title variant, for people
/// @param index the checkpoint's files
/// @param parts the networks that it holds
/// @param diffusion settings of a whole model
public record Checkpoint(
    String family,
    String title,
    WeightIndex index,
    Map<Component, CheckpointPart> parts,
    Optional<DiffusionSettings> diffusion)
    implements ModelSpec {

  public Checkpoint {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  @Override
  public Set<Component> components() {
    return parts.keySet();
  }

  /// The network of a component.
  ///
  /// @throws ModelFormatException if the checkpoint has no such component
  public CheckpointPart part(Component component) {
    CheckpointPart part = parts.get(component);
    if (part == null) {
      throw new ModelFormatException(
          index.location().toString(),
          "has no component %s; it has %s.".formatted(component, components()));
    }
    return part;
  }

  public Graph graph(Component component, GraphOptions options) {
    return part(component).network().graph(options);
  }

  public Weights weights(Component component) {
    return part(component).folder();
  }
}
