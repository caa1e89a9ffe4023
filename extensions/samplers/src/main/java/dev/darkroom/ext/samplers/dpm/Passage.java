package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;

/// Tells of the listed noise levels as they are passed, for samplers whose steps are their own.
final class Passage {

  private final Sigmas sigmas;
  private final StepListener steps;
  private int passed;

  Passage(Sigmas sigmas, StepListener steps) {
    this.sigmas = sigmas;
    this.steps = steps;
  }

  /// The lowest level above 0: these samplers end there.
  static double end(Sigmas sigmas) {
    double last = sigmas.value(sigmas.steps());
    return last > 0 ? last : sigmas.value(sigmas.steps() - 1);
  }

  /// Tells of every step that ends at or above `sigma`, but the last.
  void reach(double sigma, Tensor denoised) {
    while (passed < sigmas.steps() - 1 && sigmas.value(passed + 1) >= sigma) {
      tell(denoised);
    }
  }

  /// Tells of what is left.
  void finish(Tensor denoised) {
    while (passed < sigmas.steps()) {
      tell(denoised);
    }
  }

  private void tell(Tensor denoised) {
    steps.step(passed, sigmas.value(passed), denoised);
    passed++;
  }
}
