package dev.darkroom.core.spi;

import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.weights.WeightIndex;
import dev.darkroom.core.weights.Weights;
import java.util.Optional;

/// A kind of model: recognises its checkpoints by tensor names and shapes, builds their graphs, and
/// finds their weights. Stateless.
public interface ModelFamily extends Plugin {

  /// What this checkpoint is, if it is one of this family: a whole model, or one component folder of
  /// such a model. Reads names, shapes and configuration only. File names and sizes do not count.
  ///
  /// @throws dev.darkroom.core.error.ModelFormatException if it is one but cannot be used: names file
  ///     and field
  Optional<ModelSpec> recognise(WeightIndex index);

  /// Builds the graph of a component.
  ///
  /// @param spec one that [#recognise] of this family gave
  Graph graph(ModelSpec spec, Component component, GraphOptions options);

  /// The weights of a component under the names that its graph uses.
  Weights weights(ModelSpec spec, Component component);

  /// A well-known model of this family by its published sizes, without files: its graphs can be built,
  /// weights it has none. For measurements. Empty by default and for a name that means none here.
  ///
  /// @param name `sd15`, `sd21`, `sdxl`
  default Optional<ModelSpec> published(String name) {
    return Optional.empty();
  }
}
