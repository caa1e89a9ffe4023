package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.ExponentialStep;
import java.util.ArrayList;
import java.util.List;

/// Walks in blocks of levels: within a block each step starts at the block's first level again, with
/// what the model said since, in rising order.
///
/// @param order most levels in a block
/// @param heun whether the change of the clean latents is weighed by its integral in second order, and
///     its bend counted in third
record BlockSolver(int order, boolean heun) implements Sampler {

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    List<Tensor> block = new ArrayList<>();
    Tensor start = x;
    for (int i = 0; i < sigmas.steps(); i++) {
      int level = orderAt(i, sigmas);
      if (level == 1) {
        start = x;
        block.clear();
      }
      block.add(denoiser.denoise(x, sigmas.value(i)));
      x = sigmas.value(i + 1) == 0 ? block.getLast() : step(start, block, sigmas, i);
      steps.step(i, sigmas.value(i), block.getLast());
    }
    return x;
  }

  /// Blocks are as long as they may be; the last ones are shorter, so that the last step is one of its
  /// own.
  private int orderAt(int i, Sigmas sigmas) {
    return i == sigmas.steps() - 1 ? 1 : i % order + 1;
  }

  private Tensor step(Tensor start, List<Tensor> block, Sigmas sigmas, int i) {
    int first = i - block.size() + 1;
    ExponentialStep step = between(sigmas, first, i + 1);
    Tensor moved = start.times(step.keep()).plus(step.first(), block.getFirst());
    return switch (block.size()) {
      case 1 -> moved;
      case 2 -> {
        double weight = heun ? step.second() : step.first() / 2;
        yield moved.plus(weight, tilt(step, block, sigmas, first, 1));
      }
      default -> third(moved, step, block, sigmas, first);
    };
  }

  private Tensor third(
      Tensor moved, ExponentialStep step, List<Tensor> block, Sigmas sigmas, int first) {
    Tensor far = tilt(step, block, sigmas, first, 2);
    if (!heun) {
      return moved.plus(step.second(), far);
    }
    Tensor near = tilt(step, block, sigmas, first, 1);
    double r1 = between(sigmas, first, first + 1).width() / step.width();
    double r0 = between(sigmas, first, first + 2).width() / step.width();
    Tensor bend = far.minus(near).times(1 / (r0 - r1));
    Tensor slope = near.times(r0).plus(-r1, far).times(1 / (r0 - r1));
    return moved.plus(step.second(), slope).plus(2 * step.third(), bend);
  }

  /// The change of the clean latents until level `first + back`, as a multiple of the step's width.
  private static Tensor tilt(
      ExponentialStep step, List<Tensor> block, Sigmas sigmas, int first, int back) {
    double ratio = step.width() / between(sigmas, first, first + back).width();
    return block.get(back).minus(block.getFirst()).times(ratio);
  }

  private static ExponentialStep between(Sigmas sigmas, int from, int to) {
    return new ExponentialStep(sigmas.form(), sigmas.value(from), sigmas.value(to), 0);
  }
}
