package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Ancestral;

/// An exponential Runge-Kutta method with new noise in every step: each goes further down than the next
/// level, then up to it with noise.
///
/// @param eta share of the noise that is replaced, 0 to 1
/// @param scale deviation of the new noise
record ExponentialAncestral(ExponentialRungeKutta method, double eta, double scale)
    implements Sampler {

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    for (int i = 0; i < sigmas.steps(); i++) {
      double from = sigmas.value(i);
      Ancestral split = Ancestral.split(sigmas.form(), from, sigmas.value(i + 1), eta);
      Tensor denoised = denoiser.denoise(x, from);
      var step = new LambdaStep(sigmas.form(), from, split.down());
      x = split.rise(method.advance(denoiser, x, denoised, step), scale, noise);
      steps.step(i, from, denoised);
    }
    return x;
  }
}
