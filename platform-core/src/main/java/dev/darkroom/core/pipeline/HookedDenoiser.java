package dev.darkroom.core.pipeline;

import dev.darkroom.core.spi.DenoiseHook;
import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;

/// A denoiser with hooks around each of its calls, in their order.
final class HookedDenoiser implements Denoiser, StepListener {

  /// One of the two ways to ask a guided model.
  @FunctionalInterface
  private interface Look {
    Guided at(Tensor x, double sigma);
  }

  private final GuidedDenoiser denoiser;
  private final List<DenoiseHook> hooks;
  private final Sigmas sigmas;
  private int index;

  HookedDenoiser(GuidedDenoiser denoiser, List<DenoiseHook> hooks, Sigmas sigmas) {
    this.denoiser = denoiser;
    this.hooks = hooks;
    this.sigmas = sigmas;
  }

  @Override
  public Tensor denoise(Tensor x, double sigma) {
    return hooked(x, sigma, denoiser::seen).denoised();
  }

  @Override
  public Guided guided(Tensor x, double sigma) {
    return hooked(x, sigma, denoiser::guided);
  }

  private Guided hooked(Tensor x, double sigma, Look look) {
    DenoiseHook.Step step = at(sigma);
    Tensor seen = x;
    for (DenoiseHook hook : hooks) {
      seen = hook.beforeStep(step, seen);
    }
    Guided guided = look.at(seen, sigma);
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
