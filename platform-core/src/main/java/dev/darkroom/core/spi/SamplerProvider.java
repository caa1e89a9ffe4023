package dev.darkroom.core.spi;

import java.util.List;
import java.util.OptionalDouble;

/// Makes a sampler known. Stateless.
public interface SamplerProvider extends Configurable {

  /// Order, cost and randomness at the default settings; by default those of Euler's method.
  default SamplerTraits traits() {
    return SamplerTraits.ofOrder(1);
  }

  /// Names that other programs have for this sampler with certain settings. None by default.
  default List<Preset> presets() {
    return List.of();
  }

  /// The guidance scale that it is made for, where that is not the model's own: orders that name the
  /// sampler and no scale take it. None by default.
  default OptionalDouble guidance() {
    return OptionalDouble.empty();
  }

  /// How whole timesteps are picked for this sampler.
  default TimestepGrid grid() {
    return TimestepGrid.SIGMA;
  }

  /// Makes the sampler with settings checked by [#parameters()].
  Sampler create(ParameterValues values);
}
