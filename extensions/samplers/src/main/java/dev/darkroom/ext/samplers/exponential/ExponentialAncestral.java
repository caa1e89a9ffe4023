package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;

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
      double to = sigmas.value(i + 1);
      Tensor denoised = denoiser.denoise(x, from);
      double up = up(sigmas.form(), from, to);
      double down = down(sigmas.form(), to, up);
      var step = new ExponentialStep(sigmas.form(), from, down);
      x = method.advance(denoiser, x, denoised, step);
      if (up > 0) {
        x = x.times(sigmas.form().alpha(to) / sigmas.form().alpha(down));
        x = x.plus(sigmas.form().alpha(to) * up * scale, noise.next(x.shape()));
      }
      steps.step(i, from, denoised);
    }
    return x;
  }

  /// The deviation of the new noise for clean latents of full size.
  private double up(NoiseForm form, double from, double to) {
    double next = to / form.alpha(to);
    double left = next * form.alpha(from) / from;
    return eta * next * Math.sqrt(Math.max(0, 1 - left * left));
  }

  private static double down(NoiseForm form, double to, double up) {
    double next = to / form.alpha(to);
    return up == 0
        ? to
        : ExponentialStep.sigma(form, Math.sqrt(Math.max(0, next * next - up * up)));
  }
}
