package dev.darkroom.core.spi;

/// Makes a way of steering the denoiser known: text, ControlNet, IP-Adapter.
public interface ConditionerProvider extends Plugin {

  /// Whether this can steer the model.
  boolean supports(ModelSpec model);

  /// Opens the conditioner for a model.
  Conditioner open(ModelSession session);
}
