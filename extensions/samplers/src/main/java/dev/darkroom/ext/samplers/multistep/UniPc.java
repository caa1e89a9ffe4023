package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.ExponentialStep;
import dev.darkroom.ext.samplers.LinearSystem;
import java.util.ArrayList;
import java.util.List;

/// UniPC-p in its B(h) form (Zhao et al. 2023, arXiv:2302.04867, algorithms 5 and 6).
///
/// @param order of the predictor and of the corrector
/// @param scale the function B(h)
/// @param lower whether the last steps are of lower order
record UniPc(int order, Scale scale, boolean lower) implements Sampler {

  /// The function B of a step's width, negative for clean latents.
  enum Scale {
    BH1 {
      @Override
      double of(double h) {
        return h;
      }
    },
    BH2 {
      @Override
      double of(double h) {
        return Math.expm1(h);
      }
    };

    abstract double of(double h);
  }

  /// Where a step starts, and what the model said there and before, newest first.
  private record Past(Tensor x, List<Tensor> seen, int index, int order) {}

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    List<Tensor> seen = new ArrayList<>();
    Past past = new Past(x, seen, 0, 0);
    for (int i = 0; i < sigmas.steps(); i++) {
      Tensor denoised = denoiser.denoise(x, sigmas.value(i));
      Tensor here = i == 0 ? x : corrected(past, sigmas, denoised);
      seen.addFirst(denoised);
      past = new Past(here, seen, i, Math.min(seen.size(), orderAt(i, sigmas)));
      x = predicted(past, sigmas);
      steps.step(i, sigmas.value(i), denoised);
      if (seen.size() > order) {
        seen.removeLast();
      }
    }
    return x;
  }

  private int orderAt(int i, Sigmas sigmas) {
    return lower ? Math.min(order, sigmas.steps() - i) : order;
  }

  private Tensor predicted(Past past, Sigmas sigmas) {
    double to = sigmas.value(past.index() + 1);
    if (to == 0) {
      return past.seen().getFirst();
    }
    return to == sigmas.value(past.index()) ? past.x() : moved(past, sigmas, List.of());
  }

  private Tensor corrected(Past past, Sigmas sigmas, Tensor ahead) {
    return moved(past, sigmas, List.of(ahead));
  }

  /// The step from the past's level to the next.
  ///
  /// @param ahead what the model says at the next level, if that is known
  private Tensor moved(Past past, Sigmas sigmas, List<Tensor> ahead) {
    int i = past.index();
    ExponentialStep step = step(sigmas, i);
    Tensor first = past.seen().getFirst();
    List<Tensor> others = new ArrayList<>(past.seen().subList(1, past.order()));
    others.addAll(ahead);
    double[] ratios = new double[others.size()];
    for (int k = 0; k < ratios.length; k++) {
      ratios[k] = k < past.order() - 1 ? ratio(sigmas, i, k) : 1;
    }
    double[] weights = weights(step.width(), ratios);
    double size = -step.form().alpha(step.to()) * scale.of(-step.width());
    Tensor x = past.x().times(step.keep()).plus(step.first(), first);
    for (int k = 0; k < ratios.length; k++) {
      x = x.plus(size * weights[k] / ratios[k], others.get(k).minus(first));
    }
    return x;
  }

  /// How far level `i - 1 - k` is from level `i`, as a multiple of the step's width.
  private static double ratio(Sigmas sigmas, int i, int k) {
    double back = 0;
    for (int earlier = i - 1 - k; earlier < i; earlier++) {
      back += step(sigmas, earlier).width();
    }
    return -back / step(sigmas, i).width();
  }

  /// The solution of the order conditions (equation 8); one unknown has the published short cut.
  private double[] weights(double width, double[] ratios) {
    int count = ratios.length;
    if (count == 1) {
      return new double[] {0.5};
    }
    double[][] left = new double[count][count];
    double[][] right = new double[count][1];
    double phi = Math.expm1(-width) / -width - 1;
    double factorial = 1;
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < count; column++) {
        left[row][column] = Math.pow(ratios[column], row);
      }
      right[row][0] = phi * factorial / scale.of(-width);
      factorial *= row + 2;
      phi = phi / -width - 1 / factorial;
    }
    LinearSystem.solve(left, right);
    double[] weights = new double[count];
    for (int k = 0; k < count; k++) {
      weights[k] = right[k][0];
    }
    return weights;
  }

  private static ExponentialStep step(Sigmas sigmas, int i) {
    return new ExponentialStep(sigmas.form(), sigmas.value(i), sigmas.value(i + 1), 0);
  }
}
