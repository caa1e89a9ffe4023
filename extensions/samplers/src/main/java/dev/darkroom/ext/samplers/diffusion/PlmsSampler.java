package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.OdeStep;
import dev.darkroom.ext.samplers.SamplerName;
import java.util.ArrayList;
import java.util.List;

/// Pseudo linear multistep method (Liu et al. 2022, arXiv:2202.09778, section 3.3): Adams and
/// Bashforth's weights for equal steps on the noise, started by a step of Heun's, which takes one model
/// call more. Of second order, and that only where neighbouring steps are nearly equal.
public final class PlmsSampler extends NamedSampler {

  private static final double[][] WEIGHTS = {
    {1},
    {3 / 2.0, -1 / 2.0},
    {23 / 12.0, -16 / 12.0, 5 / 12.0},
    {55 / 24.0, -59 / 24.0, 37 / 24.0, -9 / 24.0}
  };

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.plms",
          "PLMS",
          "Adams-Bashforth with the weights of equal steps, on the noise (Liu et al. 2022,"
              + " arXiv:2202.09778).",
          "PNDMScheduler",
          "PNDM");

  public PlmsSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return SamplerTraits.ofOrder(2);
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.DISCRETE;
  }

  @Override
  public Sampler create(ParameterValues values) {
    return PlmsSampler::sample;
  }

  private static Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    List<Tensor> slopes = new ArrayList<>();
    for (int i = 0; i < sigmas.steps(); i++) {
      Tensor denoised = denoiser.denoise(x, sigmas.value(i));
      slopes.addFirst(OdeStep.slope(x, denoised, sigmas.value(i)));
      x = i == 0 ? first(denoiser, x, sigmas, slopes) : landed(x, sigmas, i, weighed(slopes));
      steps.step(i, sigmas.value(i), denoised);
      if (slopes.size() == WEIGHTS.length) {
        slopes.removeLast();
      }
    }
    return x;
  }

  private static Tensor first(Denoiser denoiser, Tensor x, Sigmas sigmas, List<Tensor> slopes) {
    Tensor slope = slopes.getFirst();
    Tensor guess = landed(x, sigmas, 0, slope);
    double next = sigmas.value(1);
    if (next == 0) {
      return guess;
    }
    Tensor ahead = OdeStep.slope(guess, denoiser.denoise(guess, next), next);
    return landed(x, sigmas, 0, slope.plus(ahead).times(0.5));
  }

  private static Tensor weighed(List<Tensor> slopes) {
    double[] weights = WEIGHTS[slopes.size() - 1];
    Tensor sum = slopes.getFirst().times(weights[0]);
    for (int k = 1; k < weights.length; k++) {
      sum = sum.plus(weights[k], slopes.get(k));
    }
    return sum;
  }

  private static Tensor landed(Tensor x, Sigmas sigmas, int i, Tensor slope) {
    double arrival = sigmas.arrival(i);
    Tensor moved = x.plus(arrival - sigmas.value(i), slope);
    return Ddim.resumed(moved, arrival, sigmas.value(i + 1));
  }
}
