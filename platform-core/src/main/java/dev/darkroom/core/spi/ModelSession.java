package dev.darkroom.core.spi;

import dev.darkroom.core.tensor.Tensor;
import java.util.Map;

/// An open model as conditioners see it. Components are compiled at their first run and stay.
public interface ModelSession {

  ModelSpec spec();

  /// Runs a component in the form that `options` describe. Each form is compiled once.
  ///
  /// @throws dev.darkroom.core.error.ModelFormatException if the model has no such component
  Map<String, Tensor> run(
      Component component,
      GraphOptions options,
      Map<String, Tensor> inputs,
      Cancellation cancellation);
}
