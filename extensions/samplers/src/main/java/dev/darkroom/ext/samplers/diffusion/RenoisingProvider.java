package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// A sampler for models that find the clean latents in one call.
abstract class RenoisingProvider extends NamedSampler {

  RenoisingProvider(SamplerName name) {
    super(name);
  }

  @Override
  public final SamplerTraits traits() {
    return new SamplerTraits(0, 1, true);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Renoising(0);
  }
}
