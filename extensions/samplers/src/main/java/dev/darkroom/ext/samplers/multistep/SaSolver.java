package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.ExponentialStep;
import dev.darkroom.ext.samplers.Integral;
import dev.darkroom.ext.samplers.LagrangeBasis;
import java.util.ArrayList;
import java.util.List;

/// SA-Solver on clean latents (Xue et al. 2023, arXiv:2309.05019, algorithm 1).
///
/// Second order weighs the difference of two predictions by half the width's square, as the published
/// code does for few steps, instead of its exact integral; that changes terms of third order only.
///
/// @param predictor highest order of the predictor
/// @param corrector highest order of the corrector
/// @param lower whether the last steps are of lower order
/// @param again whether the model is asked once more after each correction (PECE), or the prediction
///     before it is kept (PEC)
/// @param strength of the noise
record SaSolver(int predictor, int corrector, boolean lower, boolean again, Strength strength)
    implements Sampler {

  /// How much noise the steps that start at a level have.
  record Strength(double tau, double min, double max) {

    double eta(double sigma) {
      return sigma >= min && sigma <= max ? tau * tau : 0;
    }
  }

  /// A step that has been predicted: where it starts, and the noise that it took.
  private record Start(Tensor x, Tensor noise, ExponentialStep step) {}

  /// Predictions of clean latents by the levels that they were made at.
  private record Nodes(List<Tensor> values, List<Double> lambdas) {}

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    List<Tensor> seen = new ArrayList<>();
    Start start = null;
    for (int i = 0; i < sigmas.steps(); i++) {
      Tensor denoised = denoiser.denoise(x, sigmas.value(i));
      seen.addFirst(denoised);
      if (start != null) {
        x = moved(start, nodes(sigmas, i, seen, correctorAt(i, sigmas)));
        if (again) {
          denoised = denoiser.denoise(x, sigmas.value(i));
          seen.set(0, denoised);
        }
      }
      if (sigmas.value(i + 1) == 0) {
        x = denoised;
      } else {
        start = new Start(x, noise.next(x.shape()), step(sigmas, i));
        x = moved(start, nodes(sigmas, i, seen, predictorAt(i, sigmas)));
      }
      steps.step(i, sigmas.value(i), denoised);
      if (seen.size() > Math.max(predictor, corrector - 1)) {
        seen.removeLast();
      }
    }
    return x;
  }

  private int predictorAt(int i, Sigmas sigmas) {
    return lower ? Math.min(predictor, sigmas.steps() - i) : predictor;
  }

  private int correctorAt(int i, Sigmas sigmas) {
    return lower ? Math.min(corrector, sigmas.steps() - i + 2) : corrector;
  }

  private ExponentialStep step(Sigmas sigmas, int i) {
    double eta = strength.eta(sigmas.value(i));
    return new ExponentialStep(sigmas.form(), sigmas.value(i), sigmas.value(i + 1), eta);
  }

  private static Nodes nodes(Sigmas sigmas, int i, List<Tensor> seen, int order) {
    int count = Math.min(order, seen.size());
    List<Double> lambdas = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      lambdas.add(lambda(sigmas.form(), sigmas.value(i - k)));
    }
    return new Nodes(List.copyOf(seen.subList(0, count)), lambdas);
  }

  private static double lambda(NoiseForm form, double sigma) {
    return form.lambda(ExponentialStep.bounded(form, sigma));
  }

  private static Tensor moved(Start start, Nodes nodes) {
    ExponentialStep step = start.step();
    if (step.width() == 0) {
      return start.x();
    }
    double[] weights = weights(step, nodes.lambdas());
    Tensor x = start.x().times(step.keep());
    for (int k = 0; k < weights.length; k++) {
      x = x.plus(weights[k], nodes.values().get(k));
    }
    return step.eta() == 0 ? x : x.plus(step.noise(), start.noise());
  }

  private static double[] weights(ExponentialStep step, List<Double> lambdas) {
    double from = lambda(step.form(), step.from());
    if (lambdas.size() != 2) {
      return exact(step, from, lambdas);
    }
    double alpha = step.form().alpha(step.to());
    double square = (1 + step.eta()) * step.width() * step.width() / 2;
    double change = alpha * square / (lambdas.get(0) - lambdas.get(1));
    boolean ahead = lambdas.get(0) != from;
    return ahead
        ? new double[] {change, step.first() - change}
        : new double[] {step.first() + change, -change};
  }

  /// The integrals of the polynomials through the nodes under the step's exponential.
  private static double[] exact(ExponentialStep step, double from, List<Double> lambdas) {
    double stretch = 1 + step.eta();
    double width = step.width();
    double[] nodes = new double[lambdas.size()];
    for (int k = 0; k < nodes.length; k++) {
      nodes[k] = lambdas.get(k) - from;
    }
    double[] weights = new double[nodes.length];
    for (int k = 0; k < nodes.length; k++) {
      double[] basis = LagrangeBasis.coefficients(nodes, k);
      weights[k] =
          step.form().alpha(step.to())
              * Integral.of(
                  at -> stretch * Math.exp(stretch * (at - width)) * value(basis, at), 0, width);
    }
    return weights;
  }

  private static double value(double[] coefficients, double at) {
    double sum = 0;
    for (int power = coefficients.length - 1; power >= 0; power--) {
      sum = sum * at + coefficients[power];
    }
    return sum;
  }
}
