package dev.darkroom.core.weights;

import dev.darkroom.core.error.ModelFormatException;

/// The weights that one graph is compiled with, under the names that the graph uses.
///
/// Safe for use by several threads.
@FunctionalInterface
public interface Weights {

  /// The weight named `name`, of whatever element type it is stored in; compilers cast it to the
  /// precision that they compute in.
  ///
  /// @throws ModelFormatException if the model has no such tensor; names the
  ///     file and the tensor
  Weight get(String name);

  /// The weights of a graph that has none.
  static Weights none() {
    return name -> {
      throw new ModelFormatException("no model", "has no tensor " + name + ".");
    };
  }
}
