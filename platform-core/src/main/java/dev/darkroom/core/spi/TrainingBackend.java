package dev.darkroom.core.spi;

import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.weights.Weights;
import java.util.Set;

/// A backend that computes gradients too. Not every backend does; ask with `instanceof`.
///
/// Safe for use by several threads. Closing it closes every trainable graph too.
public interface TrainingBackend extends Backend {

  /// Compiles a graph that computes a loss, and loads its weights.
  ///
  /// Trainable weights are copied, converted to float32 and kept in it whatever the precision of the
  /// options is: what `weights` reads is never written to. The precision is that of products and
  /// convolutions, forward and backward.
  ///
  /// @param loss a graph with one output, a single floating-point number: its dimensions, if it has
  ///     any, are all 1
  /// @param trainable names of the floating-point weights to compute gradients of; none is allowed,
  ///     for a loss that is only watched
  /// @throws dev.darkroom.core.error.InvalidRequestException for `loss` if the graph computes anything
  ///     else, for `trainable` if the loss does not depend on such a weight, for `precision` if the
  ///     device cannot compute in the one asked for
  /// @throws dev.darkroom.core.error.BackendException if the engine refuses; names op and shapes
  /// @throws dev.darkroom.core.error.DeviceMemoryException if the device has too little memory
  /// @throws dev.darkroom.core.error.ModelFormatException if a weight is missing or its shape is not
  ///     what the graph says
  /// @throws IllegalStateException after [#close()]
  TrainableGraph compileForTraining(
      Graph loss, Weights weights, Set<String> trainable, CompileOptions options);
}
