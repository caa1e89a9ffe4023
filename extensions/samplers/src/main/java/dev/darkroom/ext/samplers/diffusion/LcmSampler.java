package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;

/// Sampling of latent consistency models in few steps (Luo et al. 2023, arXiv:2310.04378, algorithm 3):
/// each step goes to the clean latents, then up to the next level with new noise. Only for models and
/// adapters distilled for it.
///
/// The published form mixes the input into the prediction by a boundary condition; at the timesteps
/// that models are distilled at, that share is below 0.00002 and is left out here.
public final class LcmSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.lcm";
  }

  @Override
  public String title() {
    return "LCM";
  }

  @Override
  public String summary() {
    return "For latent consistency models, in few steps; Luo et al. 2023, arXiv:2310.04378.";
  }

  @Override
  public List<String> aliases() {
    return List.of("LCMScheduler", "FlowMatchLCMScheduler", "LCM FlowMatch", "k_lcm", "sample_lcm");
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 1, true);
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.CONSISTENCY;
  }

  @Override
  public Sampler create(ParameterValues values) {
    return LcmSampler::sample;
  }

  private static Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    for (int i = 0; i < sigmas.steps(); i++) {
      Tensor denoised = denoiser.denoise(x, sigmas.value(i));
      double next = sigmas.value(i + 1);
      Tensor kept = denoised.times(sigmas.form().alpha(next));
      x = next > 0 ? kept.plus(next, noise.next(x.shape())) : kept;
      steps.step(i, sigmas.value(i), denoised);
    }
    return x;
  }
}
