package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.ext.samplers.SamplerName;

/// Sampling of UFOGen models in one to four steps (Xu et al. 2023, arXiv:2311.09257, algorithm 2): to the
/// clean latents, then up to the next level with new noise. Only for models trained for it.
public final class UfogenSampler extends RenoisingProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.ufogen",
          "UFOGen",
          "For UFOGen models: clean latents, then new noise (Xu et al. 2023, arXiv:2311.09257).",
          "UFOGenScheduler");

  public UfogenSampler() {
    super(NAME);
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.DISCRETE;
  }
}
