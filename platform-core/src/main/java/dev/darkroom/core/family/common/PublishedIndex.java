package dev.darkroom.core.family.common;

import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.WeightIndex;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The index of a model of which only the sizes are known: it holds no tensor.
///
/// @param name the model's name, for messages
public record PublishedIndex(String name) implements WeightIndex {

  @Override
  public Path location() {
    return Path.of(name);
  }

  @Override
  public Map<String, Weight> weights() {
    return Map.of();
  }

  @Override
  public Optional<String> text(String path) {
    return Optional.empty();
  }
}
