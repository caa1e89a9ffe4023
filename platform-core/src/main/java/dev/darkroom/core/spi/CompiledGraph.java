package dev.darkroom.core.spi;

import dev.darkroom.core.tensor.Tensor;
import java.util.Map;

/// A graph with its weights, ready to run.
///
/// One thread at a time runs it, unless the implementation says otherwise; a second one waits.
/// [#close()] may come from any thread, waits for a run under way, and may be called twice.
public interface CompiledGraph extends AutoCloseable {

  /// Runs the graph. Inputs are read during the call only; the results belong to the caller.
  ///
  /// @param inputs exactly the graph's inputs, by name
  /// @param cancellation ends a run under way soon after it is cancelled
  /// @return the graph's outputs by name
  /// @throws dev.darkroom.core.error.InvalidRequestException if an input is missing, unknown or of the
  ///     wrong type; the field is the input's name
  /// @throws dev.darkroom.core.error.CancelledException if cancelled
  /// @throws dev.darkroom.core.error.BackendException if the engine fails
  /// @throws IllegalStateException after [#close()]
  Map<String, Tensor> run(Map<String, Tensor> inputs, Cancellation cancellation);

  /// Runs the graph to its end.
  default Map<String, Tensor> run(Map<String, Tensor> inputs) {
    return run(inputs, Cancellation.none());
  }

  @Override
  void close();
}
