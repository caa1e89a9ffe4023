package dev.darkroom.core.spi;

import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.weights.Weights;

/// An open device that compiles graphs.
///
/// Safe for use by several threads. Closing it closes every graph that it compiled; closing twice is
/// allowed, compiling afterwards is an `IllegalStateException`.
public interface Backend extends AutoCloseable {

  Capabilities capabilities();

  /// Compiles `graph` and loads its weights. Weights are read one after the other, so that memory
  /// never holds a second copy of the model.
  ///
  /// @throws dev.darkroom.core.error.BackendException if the engine refuses; names op and shapes
  /// @throws dev.darkroom.core.error.DeviceMemoryException if the device has too little memory
  /// @throws dev.darkroom.core.error.ModelFormatException if a weight is missing or its shape is not
  ///     what the graph says
  /// @throws dev.darkroom.core.error.InvalidRequestException if the device cannot compute in the
  ///     precision asked for
  CompiledGraph compile(Graph graph, Weights weights, CompileOptions options);

  @Override
  void close();
}
