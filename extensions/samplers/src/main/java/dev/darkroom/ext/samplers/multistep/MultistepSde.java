package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.ExponentialStep;
import java.util.ArrayList;
import java.util.List;

/// DPM-Solver++ for the reverse stochastic differential equation, in its multistep form (Lu et al.
/// 2022, arXiv:2211.01095, appendix B.4).
///
/// @param order the highest order, 1 to 3; the first steps are of lower order
/// @param weighing how changes of the clean latents are weighed
/// @param eta strength of the noise, 0 for none
/// @param scale deviation of the noise
/// @param end the orders of the last steps
record MultistepSde(int order, Weighing weighing, double eta, double scale, FinalOrders end)
    implements Sampler {

  /// In the same order to the end.
  MultistepSde(int order, Rule rule, double eta, double scale) {
    this(order, new Weighing(rule, Bend.EXACT), eta, scale, FinalOrders.KEPT);
  }

  /// How the change of the clean latents is weighed.
  enum Rule {
    /// Its exact integral.
    HEUN,
    /// Half of what a constant would weigh.
    MIDPOINT
  }

  /// How the bend of the clean latents is weighed in third order.
  enum Bend {
    /// By its integral.
    EXACT,
    /// With a half subtracted instead of added, as diffusers has it where there is noise; kept, so
    /// that pictures agree.
    PUBLISHED
  }

  /// The rules of second and third order.
  record Weighing(Rule rule, Bend bend) {

    double bend(ExponentialStep step) {
      return switch (bend) {
        case EXACT -> step.third();
        case PUBLISHED -> step.third() - step.form().alpha(step.to());
      };
    }
  }

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    List<Tensor> seen = new ArrayList<>();
    for (int i = 0; i < sigmas.steps(); i++) {
      seen.addFirst(denoiser.denoise(x, sigmas.value(i)));
      x = sigmas.value(i + 1) == 0 ? seen.getFirst() : step(x, sigmas, i, seen, noise);
      steps.step(i, sigmas.value(i), seen.getFirst());
      if (seen.size() == order) {
        seen.removeLast();
      }
    }
    return x;
  }

  private Tensor step(Tensor x, Sigmas sigmas, int i, List<Tensor> seen, Noise noise) {
    ExponentialStep step = step(sigmas, i);
    Tensor moved = x.times(step.keep()).plus(step.first(), seen.getFirst());
    moved =
        switch (Math.min(seen.size(), end.at(i, sigmas.steps(), order))) {
          case 1 -> moved;
          case 2 -> moved.plus(weight(step), change(sigmas, i, seen, 0));
          default -> third(moved, sigmas, i, seen);
        };
    if (eta == 0 || scale == 0) {
      return moved;
    }
    Tensor drawn = noise.between(x.shape(), sigmas.value(i), sigmas.value(i + 1));
    return moved.plus(step.noise() * scale, drawn);
  }

  private double weight(ExponentialStep step) {
    return switch (weighing.rule()) {
      case HEUN -> step.second();
      case MIDPOINT -> step.first() / 2;
    };
  }

  private Tensor third(Tensor moved, Sigmas sigmas, int i, List<Tensor> seen) {
    ExponentialStep step = step(sigmas, i);
    double near = step(sigmas, i - 1).width();
    double far = step(sigmas, i - 2).width();
    Tensor recent = change(sigmas, i, seen, 0);
    Tensor older = change(sigmas, i, seen, 1);
    Tensor bend = recent.minus(older).times(step.width() / (near + far));
    Tensor tilt = recent.plus(near / (near + far), recent.minus(older));
    return moved.plus(step.second(), tilt).plus(weighing.bend(step), bend);
  }

  /// How the clean latents changed in an earlier step, `back` steps before the last, as a multiple of
  /// the width of step `i`.
  private Tensor change(Sigmas sigmas, int i, List<Tensor> seen, int back) {
    double ratio = step(sigmas, i).width() / step(sigmas, i - 1 - back).width();
    return seen.get(back).minus(seen.get(back + 1)).times(ratio);
  }

  private ExponentialStep step(Sigmas sigmas, int i) {
    return new ExponentialStep(sigmas.form(), sigmas.value(i), sigmas.value(i + 1), eta);
  }
}
