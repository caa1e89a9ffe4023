package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Follows the probability flow with an implicit method. The stages depend on what the model says at
/// them: at first it is taken to say what it says at the start of the step, and each iteration, which
/// asks it anew, brings the result one order closer to the method's own.
record ImplicitRungeKutta(Collocation method, int iterations) implements Sampler {

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    for (int i = 0; i < sigmas.steps(); i++) {
      double from = sigmas.value(i);
      double to = sigmas.value(i + 1);
      Tensor denoised = denoiser.denoise(x, from);
      x = to == 0 ? denoised : step(denoiser, x, denoised, from, to);
      steps.step(i, from, denoised);
    }
    return x;
  }

  private Tensor step(Denoiser denoiser, Tensor x, Tensor first, double from, double to) {
    ImplicitStep step = ImplicitStep.of(method, from, to);
    List<Tensor> answers = Collections.nCopies(method.stages(), first);
    for (int iteration = 0; iteration < iterations; iteration++) {
      List<Tensor> renewed = new ArrayList<>();
      for (int stage = 0; stage < method.stages(); stage++) {
        renewed.add(
            method.isStart(stage)
                ? first
                : denoiser.denoise(step.at(stage, x, answers), method.sigma(stage, from, to)));
      }
      answers = renewed;
    }
    return step.at(method.stages(), x, answers);
  }
}
