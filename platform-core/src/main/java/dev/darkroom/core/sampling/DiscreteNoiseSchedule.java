package dev.darkroom.core.sampling;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings;

/// The noise levels of a model that was trained at whole timesteps (Ho et al. 2020,
/// arXiv:2006.11239), as float32 numbers like those of the reference libraries.
///
/// A model with zero terminal signal-to-noise ratio has a last level of 4096 instead of infinity.
/// Immutable.
public final class DiscreteNoiseSchedule implements NoiseSchedule {

  /// The published value in the place of infinity: that of an alpha of `2^-24`, half precision's
  /// smallest.
  private static final float PURE_NOISE = 0x1p12f;

  private final NoiseSettings settings;
  private final float[] sigmas;
  private final float[] logs;

  private DiscreteNoiseSchedule(NoiseSettings settings, float[] sigmas) {
    this.settings = settings;
    this.sigmas = sigmas;
    this.logs = new float[sigmas.length];
    for (int i = 0; i < sigmas.length; i++) {
      logs[i] = (float) Math.log(sigmas[i]);
    }
  }

  /// @throws ModelFormatException if the settings hold no usable betas
  public static DiscreteNoiseSchedule of(NoiseSettings settings) {
    float[] alphas = TrainingBetas.cumulatedAlphas(settings);
    float[] sigmas = new float[alphas.length];
    for (int i = 0; i < alphas.length; i++) {
      float ratio = (1 - alphas[i]) / alphas[i];
      sigmas[i] = alphas[i] == 0 ? PURE_NOISE : (float) Math.sqrt(ratio);
    }
    return new DiscreteNoiseSchedule(settings, sigmas);
  }

  @Override
  public NoiseSettings settings() {
    return settings;
  }

  @Override
  public double sigma(double timestep) {
    double held = Math.clamp(timestep, 0, sigmas.length - 1);
    int low = Math.min((int) held, Math.max(sigmas.length - 2, 0));
    int high = Math.min(low + 1, sigmas.length - 1);
    double slope = (double) sigmas[high] - sigmas[low];
    return (float) (slope * (held - low) + sigmas[low]);
  }

  @Override
  public double timestep(double sigma) {
    double log = Math.log(sigma);
    int low = 0;
    int high = logs.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (logs[middle] <= log) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double width = (double) logs[high] - logs[low];
    return width > 0 ? low + Math.clamp((log - logs[low]) / width, 0, 1) : low;
  }
}
