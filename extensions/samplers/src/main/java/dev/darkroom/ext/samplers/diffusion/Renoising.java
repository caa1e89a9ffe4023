package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;

/// Each step goes to the clean latents, then up to the next level with new noise: for models that find
/// the clean latents in one call.
///
/// @param floor the noise that the model's clean latents still have
public record Renoising(double floor) implements Sampler {

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    for (int i = 0; i < sigmas.steps(); i++) {
      Tensor denoised = denoiser.denoise(x, sigmas.value(i));
      double next = sigmas.value(i + 1);
      x = denoised.times(sigmas.form().alpha(next));
      if (next > floor) {
        x = x.plus(Math.sqrt(next * next - floor * floor), noise.next(x.shape()));
      }
      steps.step(i, sigmas.value(i), denoised);
    }
    return x;
  }
}
