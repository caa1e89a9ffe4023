package dev.darkroom.core.spi;

import dev.darkroom.core.tensor.Tensor;
import java.util.Map;

/// A loss with its weights, some of which can be trained.
///
/// One thread at a time uses it, unless the implementation says otherwise; a second one waits.
/// [#close()] may come from any thread, waits for a run under way, and may be called twice. Every
/// tensor handed over is read during the call only; every tensor returned belongs to the caller.
public interface TrainableGraph extends AutoCloseable {

  /// Computes the loss and its gradients at the present weights. Runs leave nothing behind: gradients
  /// do not add up over them.
  ///
  /// @param inputs exactly the graph's inputs, by name
  /// @param cancellation ends a run under way soon after it is cancelled; an implementation that
  ///     cannot stop among the gradients finishes them and returns
  /// @throws dev.darkroom.core.error.InvalidRequestException if an input is missing, unknown or of the
  ///     wrong type; the field is the input's name
  /// @throws dev.darkroom.core.error.CancelledException if cancelled
  /// @throws dev.darkroom.core.error.BackendException if the engine fails
  /// @throws dev.darkroom.core.error.DeviceMemoryException if the device has too little memory
  /// @throws IllegalStateException after [#close()]
  Gradients run(Map<String, Tensor> inputs, Cancellation cancellation);

  /// Computes the loss and its gradients to their end.
  default Gradients run(Map<String, Tensor> inputs) {
    return run(inputs, Cancellation.none());
  }

  /// A copy of a trainable weight as it is now, F32 in the shape that the graph declares.
  ///
  /// @throws dev.darkroom.core.error.InvalidRequestException if the weight is not trainable; the field
  ///     is its name
  /// @throws IllegalStateException after [#close()]
  Tensor weight(String name);

  /// Puts `value` in the place of a trainable weight, for the runs that follow.
  ///
  /// @param value F32 in the shape that the graph declares
  /// @throws dev.darkroom.core.error.InvalidRequestException if the weight is not trainable, or the
  ///     value does not fit it; the field is the weight's name
  /// @throws IllegalStateException after [#close()]
  void assign(String name, Tensor value);

  @Override
  void close();

  /// What a run gives.
  ///
  /// @param loss the loss
  /// @param weights the loss's gradient with respect to each trainable weight, by the weight's name:
  ///     F32 in the weight's shape, zero where the loss has no derivative
  record Gradients(double loss, Map<String, Tensor> weights) {

    public Gradients {
      weights = Map.copyOf(weights);
    }
  }
}
