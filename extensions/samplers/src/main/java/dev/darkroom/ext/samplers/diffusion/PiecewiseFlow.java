package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.exponential.LambdaStep;

/// Follows lines that are straight within windows of the walk (Yan et al. 2024, arXiv:2405.07510,
/// algorithm 1, noise prediction with DDIM's parameterisation).
///
/// Latents are those of unit variance; between the ends of a window they lie on the line that joins what
/// they are at both. Flow models are straight as they are.
///
/// @param windows how many windows of as many steps each, if the walk has enough steps
record PiecewiseFlow(int windows) implements Sampler {

  /// @param start index of the level where the window starts
  /// @param end index of the level where it ends
  private record Window(int start, int end) {

    /// How far into the window level `index` lies.
    double position(int index) {
      return (double) (index - start) / (end - start);
    }
  }

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    for (int i = 0; i < sigmas.steps(); i++) {
      double from = sigmas.value(i);
      double to = sigmas.value(i + 1);
      Tensor denoised = denoiser.denoise(x, from);
      x =
          switch (sigmas.form()) {
            case EXPLODING -> step(x, denoised, sigmas, i);
            case FLOW -> new LambdaStep(NoiseForm.FLOW, from, to).firstOrder(x, denoised);
          };
      steps.step(i, from, denoised);
    }
    return x;
  }

  private Window window(int index, int steps) {
    int count = Math.min(windows, steps);
    int number = 0;
    while (Math.round((number + 1.0) * steps / count) <= index) {
      number++;
    }
    int start = (int) Math.round((double) number * steps / count);
    return new Window(start, (int) Math.round((number + 1.0) * steps / count));
  }

  private Tensor step(Tensor x, Tensor denoised, Sigmas sigmas, int i) {
    double sigma = sigmas.value(i);
    Window window = window(i, sigmas.steps());
    Tensor latents = x.times(1 / Math.hypot(1, sigma));
    Tensor predictedNoise = x.minus(denoised).times(1 / sigma);
    Tensor end = end(latents, predictedNoise, sigmas, window, window.position(i));
    double gone = 1.0 / (window.end() - i);
    Tensor moved = latents.plus(gone, end.minus(latents));
    return moved.times(Math.hypot(1, sigmas.value(i + 1)));
  }

  /// The latents at the window's end: the noise is that at its start, to which DDIM's step over the whole
  /// window applies.
  private static Tensor end(
      Tensor latents, Tensor predictedNoise, Sigmas sigmas, Window window, double position) {
    double high = sigmas.value(window.start());
    double low = sigmas.value(window.end());
    double growth = Math.hypot(1, high) / Math.hypot(1, low);
    double shift = low / Math.hypot(1, low) - growth * high / Math.hypot(1, high);
    double start = growth * position + 1 - position;
    return latents.times(growth / start).plus(shift * (1 - position) / start, predictedNoise);
  }
}
