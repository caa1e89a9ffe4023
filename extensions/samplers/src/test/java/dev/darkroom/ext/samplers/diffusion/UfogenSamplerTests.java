package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import dev.darkroom.testkit.GaussianToy;

final class UfogenSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new UfogenSampler();
  }

  @Override
  public Denoiser model(GaussianToy toy) {
    return toy.consistency();
  }
}
