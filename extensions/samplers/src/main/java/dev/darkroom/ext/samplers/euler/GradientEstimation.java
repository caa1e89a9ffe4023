package dev.darkroom.ext.samplers.euler;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Denoiser.Guided;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Heading;
import dev.darkroom.ext.samplers.OdeStep;
import java.util.ArrayDeque;
import java.util.Deque;

/// Euler's method along a slope that is carried on in the direction of its last change (Permenter and
/// Yuan 2023, arXiv:2306.04848, algorithm 2).
///
/// @param gamma 1 for Euler's method, above 1 for how far the change is carried on
record GradientEstimation(Heading heading, double gamma) implements Sampler {

  static ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real("ge_gamma", 2, 0, 5, "How far the change of the slope is carried on."));
  }

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    Deque<Tensor> slopes = new ArrayDeque<>();
    for (int i = 0; i < sigmas.steps(); i++) {
      double sigma = sigmas.value(i);
      double next = sigmas.value(i + 1);
      Guided seen = heading.look(denoiser, x, sigma);
      slopes.addLast(OdeStep.slope(x, seen.unconditional(), sigma));
      x = next == 0 ? seen.denoised() : seen.denoised().plus(next, slopes.getLast());
      if (next > 0 && slopes.size() == 2) {
        Tensor change = slopes.getLast().minus(slopes.removeFirst());
        x = x.plus((gamma - 1) * (next - sigma), change);
      }
      steps.step(i, sigma, seen.denoised());
    }
    return x;
  }
}
