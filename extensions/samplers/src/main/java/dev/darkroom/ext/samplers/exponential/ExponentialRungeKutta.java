package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Follows the probability flow with an exponential Runge-Kutta method, one model call a stage.
record ExponentialRungeKutta(ExponentialTableau tableau) implements Sampler {

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    for (int i = 0; i < sigmas.steps(); i++) {
      var step = new LambdaStep(sigmas.form(), sigmas.value(i), sigmas.value(i + 1));
      Tensor denoised = denoiser.denoise(x, step.from());
      x = advance(denoiser, x, denoised, step);
      steps.step(i, step.from(), denoised);
    }
    return x;
  }

  /// @param first what the model says at the start of the step
  Tensor advance(Denoiser denoiser, Tensor x, Tensor first, LambdaStep step) {
    if (!step.isFinite()) {
      return step.firstOrder(x, first);
    }
    Phi phi = new Phi(step.width());
    List<Tensor> answers = new ArrayList<>();
    answers.add(first);
    for (ExponentialTableau.Stage stage : tableau.stages()) {
      Tensor at = step.land(stage.node(), x, stage.weights().at(phi), answers);
      answers.add(denoiser.denoise(at, step.sigma(stage.node())));
    }
    return step.land(1, x, tableau.result().at(phi), answers);
  }
}
