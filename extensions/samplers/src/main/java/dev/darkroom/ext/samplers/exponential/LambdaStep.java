package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;

/// One step in `lambda`.
///
/// @param form how the latents take up noise
/// @param from noise level at the start
/// @param to noise level at the end
public record LambdaStep(NoiseForm form, double from, double to) {

  /// Whether both ends lie at a finite `lambda`.
  boolean isFinite() {
    return to > 0 && form.alpha(from) > 0;
  }

  /// The width in `lambda`.
  double width() {
    return form.lambda(to) - form.lambda(from);
  }

  /// The noise level `node` of the way.
  double sigma(double node) {
    return node == 1 ? to : form.sigma(form.lambda(from) + node * width());
  }

  /// The latents `node` of the way.
  ///
  /// @param weights of the answers in the integral of `exp(lambda)` times the answer
  Tensor land(double node, Tensor x, double[] weights, List<Tensor> answers) {
    double sigma = sigma(node);
    double scale = form.alpha(sigma) * width();
    Tensor sum = x.times(sigma / from);
    for (int i = 0; i < weights.length; i++) {
      sum = weights[i] == 0 ? sum : sum.plus(scale * weights[i], answers.get(i));
    }
    return sum;
  }

  /// The step in first order, also where `lambda` is infinite.
  public Tensor firstOrder(Tensor x, Tensor denoised) {
    double left = to / from;
    return to == 0
        ? denoised
        : x.times(left).plus(form.alpha(to) - left * form.alpha(from), denoised);
  }
}
