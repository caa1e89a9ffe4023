package dev.darkroom.testkit.family;

import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.WeightIndex;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// An index made up in a test: names and shapes without data, or changes to a real one.
record FakeIndex(Path location, Map<String, Weight> weights, Map<String, Optional<String>> texts)
    implements WeightIndex {

  static FakeIndex empty() {
    return new FakeIndex(Path.of("fake"), Map.of(), Map.of());
  }

  /// The tensors of a real checkpoint; its texts have to be given.
  static FakeIndex of(WeightIndex real, String... texts) {
    Map<String, Optional<String>> kept = new HashMap<>();
    for (String path : texts) {
      kept.put(path, real.text(path));
    }
    return new FakeIndex(real.location(), real.weights(), kept);
  }

  /// With all tensors that a graph needs.
  FakeIndex with(String prefix, Graph graph) {
    Map<String, Weight> changed = new HashMap<>(weights);
    for (Source.Weight weight : graph.weights()) {
      String name = prefix + weight.key();
      long[] sizes =
          weight.type().dims().stream().map(Dim::toString).mapToLong(Long::parseLong).toArray();
      changed.put(name, new Unreadable(name, Shape.of(sizes)));
    }
    return new FakeIndex(location, changed, texts);
  }

  FakeIndex with(String tensor, long... sizes) {
    Map<String, Weight> changed = new HashMap<>(weights);
    changed.put(tensor, new Unreadable(tensor, Shape.of(sizes)));
    return new FakeIndex(location, changed, texts);
  }

  FakeIndex without(String tensor) {
    Map<String, Weight> changed = new HashMap<>(weights);
    changed.remove(tensor);
    return new FakeIndex(location, changed, texts);
  }

  FakeIndex renamed(UnaryOperator<String> names) {
    Map<String, Weight> changed = new HashMap<>();
    weights.forEach((name, weight) -> changed.put(names.apply(name), weight));
    return new FakeIndex(location, changed, texts);
  }

  FakeIndex withText(String path, String text) {
    Map<String, Optional<String>> changed = new HashMap<>(texts);
    changed.put(path, Optional.of(text));
    return new FakeIndex(location, weights, changed);
  }

  @Override
  public Optional<String> text(String path) {
    return texts.getOrDefault(path, Optional.empty());
  }

  /// A tensor that nobody may read.
  private record Unreadable(String name, Shape shape) implements Weight {
    @Override
    public DType dtype() {
      return DType.F16;
    }

    @Override
    public Tensor read() {
      throw new AssertionError("recognising a checkpoint must not read " + name);
    }
  }
}
