package dev.darkroom.core.pipeline;

import dev.darkroom.core.spi.DenoiseHook;
import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;

/// A denoiser with hooks around each of its calls, in their order.
final class HookedDenoiser implements Denoiser, StepListener {

  private final Denoiser denoiser;
  private final List<DenoiseHook> hooks;
  private final Sigmas sigmas;
  private int index;

  HookedDenoiser(Denoiser denoiser, List<DenoiseHook> hooks, Sigmas sigmas) {
    this.denoiser = denoiser;
    this.hooks = hooks;
    this.sigmas = sigmas;
  }

  @Override
  public Tensor denoise(Tensor x, double sigma) {
    return guided(x, sigma).denoised();
  }

  @Override
  public Guided guided(Tensor x, double sigma) {
    DenoiseHook.Step step = at(sigma);
    Tensor seen = x;
    for (DenoiseHook hook : hooks) {
      seen = hook.beforeStep(step, seen);
    }
    Guided guided = denoiser.guided(seen, sigma);
    for (DenoiseHook hook : hooks) {
      guided = new Guided(hook.afterGuidance(step, guided), guided.unconditional());
    }
    return guided;
  }

  /// Samplers tell of a step when it is taken.
  @Override
  public void step(int taken, double sigma, Tensor denoised) {
    hooks.forEach(hook -> hook.afterStep(at(sigma), denoised));
    index = taken + 1;
  }

  private DenoiseHook.Step at(double sigma) {
    return new DenoiseHook.Step(index, sigmas.progress(sigma), sigma);
  }
}
