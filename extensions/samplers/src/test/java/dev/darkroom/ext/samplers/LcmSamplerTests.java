package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.GaussianToy;
import dev.darkroom.testkit.SamplerContract;

final class LcmSamplerTests implements SamplerContract {

  @Override
  public SamplerProvider provider() {
    return new LcmSampler();
  }

  @Override
  public Denoiser model(GaussianToy toy) {
    return toy.consistency();
  }
}
