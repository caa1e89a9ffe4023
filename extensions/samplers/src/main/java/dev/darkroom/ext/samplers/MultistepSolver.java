package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The data-predicting multistep solver of orders 1 to 3 (Lu et al. 2022, arXiv:2211.01095, sections
/// 3.2 and appendix B).
///
/// @param order the highest order
/// @param heun whether second order weighs its difference by Heun's rule
/// @param lowerOrderFinal whether short walks end in lower orders
/// @param eulerAtFinal whether the last step is of first order
record MultistepSolver(int order, boolean heun, boolean lowerOrderFinal, boolean eulerAtFinal)
    implements Sampler {

  private static final int SHORT_WALK = 15;

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    List<Tensor> seen = new ArrayList<>();
    for (int i = 0; i < sigmas.steps(); i++) {
      seen.addFirst(denoiser.denoise(x, sigmas.value(i)));
      x = step(x, sigmas, i, seen);
      steps.step(i, sigmas.value(i), seen.getFirst());
      if (seen.size() == order) {
        seen.removeLast();
      }
    }
    return x;
  }

  private Tensor step(Tensor x, Sigmas sigmas, int i, List<Tensor> seen) {
    double left = sigmas.value(i + 1) / sigmas.value(i);
    Tensor first = x.times(left).plus(1 - left, seen.getFirst());
    return switch (Math.min(orderAt(i, sigmas), seen.size())) {
      case 1 -> first;
      case 2 -> second(first, sigmas, i, seen);
      default -> third(first, sigmas, i, seen);
    };
  }

  private int orderAt(int i, Sigmas sigmas) {
    boolean shortWalk = lowerOrderFinal && sigmas.steps() < SHORT_WALK;
    boolean last = i == sigmas.steps() - 1;
    double next = sigmas.value(i + 1);
    boolean nowhere = next == 0 || next == sigmas.value(i);
    if (nowhere || (last && (eulerAtFinal || shortWalk))) {
      return 1;
    }
    return shortWalk && i == sigmas.steps() - 2 ? Math.min(order, 2) : order;
  }

  private Tensor second(Tensor first, Sigmas sigmas, int i, List<Tensor> seen) {
    double width = width(sigmas, i);
    double gone = -Math.expm1(-width);
    double weight = heun ? 1 - gone / width : gone / 2;
    double ratio = width(sigmas, i - 1) / width;
    return first.plus(weight / ratio, seen.get(0).minus(seen.get(1)));
  }

  private static Tensor third(Tensor first, Sigmas sigmas, int i, List<Tensor> seen) {
    double width = width(sigmas, i);
    double gone = -Math.expm1(-width);
    double near = width(sigmas, i - 1) / width;
    double far = width(sigmas, i - 2) / width;
    Tensor recent = seen.get(0).minus(seen.get(1)).times(1 / near);
    Tensor older = seen.get(1).minus(seen.get(2)).times(1 / far);
    Tensor bend = recent.minus(older).times(1 / (near + far));
    Tensor tilt = recent.plus(near, bend);
    double tilting = 1 - gone / width;
    double bending = (gone - width) / (width * width) + 0.5;
    return first.plus(tilting, tilt).plus(bending, bend);
  }

  /// The width of a step in `lambda`.
  private static double width(Sigmas sigmas, int i) {
    return Math.log(sigmas.value(i) / sigmas.value(i + 1));
  }
}
