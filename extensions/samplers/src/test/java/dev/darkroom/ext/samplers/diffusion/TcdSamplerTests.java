package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.SamplerContract;

/// What the model was distilled for decides the law of the results, so no law is claimed.
final class TcdSamplerTests implements SamplerContract {

  @Override
  public SamplerProvider provider() {
    return new TcdSampler();
  }
}
