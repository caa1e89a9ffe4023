package dev.darkroom.core.spi;

/// Makes a sampler known. Stateless.
public interface SamplerProvider extends Plugin {

  /// Settings of the sampler; none by default.
  default ParameterSet parameters() {
    return ParameterSet.none();
  }

  /// How whole timesteps are picked for this sampler.
  default TimestepGrid grid() {
    return TimestepGrid.SIGMA;
  }

  /// Makes the sampler with settings checked by [#parameters()].
  Sampler create(ParameterValues values);
}
