package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.OdeStep;
import java.util.ArrayList;
import java.util.List;

/// A step along a weighted sum of the slopes at the last noise levels. The methods differ in their
/// weights, and in what they do with a last step to 0.
///
/// @param order the most slopes that are weighed; the first steps have fewer
/// @param end the orders of the last steps
record LinearMultistep(int order, Weights weights, Ending ending, FinalOrders end)
    implements Sampler {

  /// In the same order to the end.
  LinearMultistep(int order, Weights weights, Ending ending) {
    this(order, weights, ending, FinalOrders.KEPT);
  }

  /// What a last step to 0 does.
  enum Ending {
    /// It goes to the clean latents, as Euler's method would.
    CLEAN,
    /// It weighs slopes as the other steps do.
    WEIGHED
  }

  /// The rule of a method.
  @FunctionalInterface
  interface Weights {

    /// The weights of the slopes at levels `step`, `step - 1` ..., width of the step included.
    ///
    /// @param sigmas every noise level
    /// @param step the level that the step starts at
    /// @param count how many slopes are known, from 1 to the order
    double[] at(double[] sigmas, int step, int count);
  }

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    List<Tensor> slopes = new ArrayList<>();
    for (int i = 0; i < sigmas.steps(); i++) {
      Tensor denoised = denoiser.denoise(x, sigmas.value(i));
      slopes.addFirst(OdeStep.slope(x, denoised, sigmas.value(i)));
      boolean clean = sigmas.value(i + 1) == 0 && ending == Ending.CLEAN;
      x = clean ? denoised : move(x, slopes, sigmas, i);
      steps.step(i, sigmas.value(i), denoised);
      if (slopes.size() == order) {
        slopes.removeLast();
      }
    }
    return x;
  }

  private Tensor move(Tensor x, List<Tensor> slopes, Sigmas sigmas, int i) {
    int count = Math.min(slopes.size(), end.at(i, sigmas.steps(), order));
    double[] weight = weights.at(sigmas.values(), i, count);
    for (int k = 0; k < weight.length; k++) {
      x = x.plus(weight[k], slopes.get(k));
    }
    return x;
  }
}
