package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Follows the probability flow with an explicit method, one model call a stage.
record ExplicitRungeKutta(Tableau tableau) implements Sampler {

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    for (int i = 0; i < sigmas.steps(); i++) {
      double from = sigmas.value(i);
      double to = sigmas.value(i + 1);
      Tensor denoised = denoiser.denoise(x, from);
      x = to == 0 ? denoised : step(denoiser, x, slope(x, denoised, from), from, to);
      steps.step(i, from, denoised);
    }
    return x;
  }

  private Tensor step(Denoiser denoiser, Tensor x, Tensor first, double from, double to) {
    List<Tensor> slopes = new ArrayList<>();
    slopes.add(first);
    for (int stage = 1; stage < tableau.stages(); stage++) {
      Tensor at = move(x, to - from, tableau.rowOf(stage), slopes);
      double node = tableau.node(stage);
      // in this form the last node is met to the last bit, so that the model finds its timestep
      double sigma = (1 - node) * from + node * to;
      slopes.add(slope(at, denoiser.denoise(at, sigma), sigma));
    }
    return move(x, to - from, tableau.weights(), slopes);
  }

  private static Tensor slope(Tensor x, Tensor denoised, double sigma) {
    return x.minus(denoised).times(1 / sigma);
  }

  private static Tensor move(Tensor x, double width, double[] weights, List<Tensor> slopes) {
    for (int i = 0; i < weights.length; i++) {
      x = weights[i] == 0 ? x : x.plus(width * weights[i], slopes.get(i));
    }
    return x;
  }
}
