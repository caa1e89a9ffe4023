package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.LagrangeBasis;
import java.util.ArrayList;
import java.util.List;

/// The exponential multistep method of Adams and Nørsett on steps of any widths: the polynomial in
/// `lambda` through the last answers is integrated exactly (Nørsett 1969; Hochbruck and Ostermann 2010,
/// section 2.5). The first steps, for which there is less past, are of lower order.
///
/// @param answers how many answers the polynomial goes through, which is the order
/// @param corrections how often the end is improved by asking the model there, too; the first one
///     brings one order more
record ExponentialAdams(int answers, int corrections) implements Sampler {

  /// What the model said at a `lambda`.
  record Answer(double lambda, Tensor denoised) {}

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    List<Answer> past = new ArrayList<>();
    for (int i = 0; i < sigmas.steps(); i++) {
      var step = new LambdaStep(sigmas.form(), sigmas.value(i), sigmas.value(i + 1));
      Tensor denoised = denoiser.denoise(x, step.from());
      past.addFirst(new Answer(step.form().lambda(step.from()), denoised));
      x = advance(denoiser, x, step, past);
      if (past.size() == answers || !step.isFinite()) {
        past.removeLast();
      }
      steps.step(i, step.from(), denoised);
    }
    return x;
  }

  private Tensor advance(Denoiser denoiser, Tensor x, LambdaStep step, List<Answer> past) {
    if (!step.isFinite() || step.width() == 0) {
      return step.firstOrder(x, past.getFirst().denoised());
    }
    Tensor end = land(x, step, past);
    for (int i = 0; i < corrections; i++) {
      List<Answer> known = new ArrayList<>(past);
      double lambda = step.form().lambda(step.to());
      known.addFirst(new Answer(lambda, denoiser.denoise(end, step.to())));
      end = land(x, step, known);
    }
    return end;
  }

  /// The end of the step, given answers before and possibly at it.
  static Tensor land(Tensor x, LambdaStep step, List<Answer> known) {
    double start = step.form().lambda(step.from());
    double[] nodes =
        known.stream().mapToDouble(answer -> (answer.lambda() - start) / step.width()).toArray();
    return step.land(1, x, weights(nodes, step.width()), tensors(known));
  }

  /// The integrals of the polynomials through the nodes, each power `s^m` of which gives
  /// `m! phi_{m+1}`.
  private static double[] weights(double[] nodes, double width) {
    Phi phi = new Phi(width);
    double[] weights = new double[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      double[] coefficients = LagrangeBasis.coefficients(nodes, i);
      double factorial = 1;
      for (int power = 0; power < coefficients.length; power++) {
        factorial *= Math.max(1, power);
        weights[i] += coefficients[power] * factorial * phi.of(power + 1);
      }
    }
    return weights;
  }

  private static List<Tensor> tensors(List<Answer> known) {
    return known.stream().map(Answer::denoised).toList();
  }
}
