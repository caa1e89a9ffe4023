package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.OdeStep;
import java.util.List;

/// Heun's steps along a [RestartPath], with noise on the way up.
///
/// @param scale deviation of the noise
record Restart(double scale) implements Sampler {

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    List<RestartPath.Leg> legs = RestartPath.of(sigmas);
    double at = sigmas.value(0);
    for (int i = 0; i < legs.size(); i++) {
      RestartPath.Leg leg = legs.get(i);
      if (leg.from() > at) {
        x = Ancestral.landing(sigmas.form(), at, leg.from()).rise(x, scale, noise);
      }
      Tensor denoised = denoiser.denoise(x, leg.from());
      x = heun(denoiser, x, denoised, leg);
      at = leg.to();
      steps.step(i, leg.from(), denoised);
    }
    return x;
  }

  private static Tensor heun(Denoiser denoiser, Tensor x, Tensor denoised, RestartPath.Leg leg) {
    if (leg.to() == 0) {
      return denoised;
    }
    Tensor slope = OdeStep.slope(x, denoised, leg.from());
    Tensor guess = OdeStep.move(x, slope, leg.from(), leg.to());
    Tensor ahead = OdeStep.slope(guess, denoiser.denoise(guess, leg.to()), leg.to());
    return OdeStep.move(x, slope.plus(ahead).times(0.5), leg.from(), leg.to());
  }
}
