package dev.darkroom.core.sampling;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.NoiseSettings.Betas;
import java.util.List;

/// The cumulated alphas of a model's training steps, in the precision in which the reference
/// libraries hold them: float32, multiplied up in double. At the noisy end of a cosine schedule the
/// rounding alone moves the highest noise level by more than pictures forgive.
final class TrainingBetas {

  private static final String FILE = "scheduler_config.json";
  private static final int MOST_STEPS = 1_000_000;
  private static final double MOST_COSINE_BETA = 0.999;

  private TrainingBetas() {}

  /// @throws ModelFormatException if there are no steps, too many, or a beta is outside 0 to 1
  static float[] cumulatedAlphas(NoiseSettings settings) {
    float[] alphas = cumulate(betas(settings.betas()));
    return settings.zeroTerminalSnr() ? cumulate(rescaled(alphas)) : alphas;
  }

  private static float[] betas(Betas betas) {
    int count = betas.count();
    if (count < 1 || count > MOST_STEPS) {
      throw new ModelFormatException(
          FILE, "num_train_timesteps must be 1 to " + MOST_STEPS + ", got " + count + ".");
    }
    float[] values =
        switch (betas) {
          case Betas.Range range -> range(range);
          case Betas.Listed listed -> listed(listed.values());
          case Betas.Flow _, Betas.Edm _ ->
              throw new ModelFormatException(
                  FILE, "this model has no betas; take its noise levels from TrainedNoise.");
        };
    for (int i = 0; i < count; i++) {
      if (!(values[i] > 0 && values[i] <= 1)) {
        throw new ModelFormatException(
            FILE, "beta %d is %s, it must lie between 0 and 1.".formatted(i, values[i]));
      }
    }
    return values;
  }

  private static float[] range(Betas.Range range) {
    double start = range.start();
    double end = range.end();
    return switch (range.curve()) {
      case LINEAR -> line(start, end, range.count());
      case SCALED_LINEAR -> squares(line(Math.sqrt(start), Math.sqrt(end), range.count()));
      case SQUARED_COSINE -> cosine(range.count());
    };
  }

  /// Counted from both ends and rounded once each, as torch does, so that the last value is exact.
  private static float[] line(double from, double to, int count) {
    float start = (float) from;
    float end = (float) to;
    float step = count == 1 ? 0 : (end - start) / (count - 1);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      boolean low = i < count / 2 || count == 1;
      values[i] = low ? Math.fma(step, i, start) : Math.fma(-step, count - 1 - i, end);
    }
    return values;
  }

  private static float[] squares(float[] roots) {
    float[] values = new float[roots.length];
    for (int i = 0; i < roots.length; i++) {
      values[i] = roots[i] * roots[i];
    }
    return values;
  }

  private static float[] cosine(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      double from = cosineAlpha((double) i / count);
      double to = cosineAlpha((i + 1.0) / count);
      values[i] = (float) Math.min(1 - to / from, MOST_COSINE_BETA);
    }
    return values;
  }

  private static double cosineAlpha(double time) {
    double root = Math.cos((time + 0.008) / 1.008 * Math.PI / 2);
    return root * root;
  }

  private static float[] listed(List<Double> betas) {
    float[] values = new float[betas.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = betas.get(i).floatValue();
    }
    return values;
  }

  private static float[] cumulate(float[] betas) {
    float[] alphas = new float[betas.length];
    double product = 1;
    for (int i = 0; i < betas.length; i++) {
      product *= 1 - betas[i];
      alphas[i] = (float) product;
    }
    return alphas;
  }

  /// Betas whose last cumulated alpha is zero (Lin et al. 2023, arXiv:2305.08891, algorithm 1).
  private static float[] rescaled(float[] alphas) {
    float[] roots = new float[alphas.length];
    float first = (float) Math.sqrt(alphas[0]);
    float last = (float) Math.sqrt(alphas[alphas.length - 1]);
    float scale = first / (first - last);
    for (int i = 0; i < alphas.length; i++) {
      roots[i] = ((float) Math.sqrt(alphas[i]) - last) * scale;
    }
    float[] squares = squares(roots);
    float[] betas = new float[alphas.length];
    for (int i = 0; i < alphas.length; i++) {
      betas[i] = 1 - (i == 0 ? squares[0] : squares[i] / squares[i - 1]);
    }
    return betas;
  }
}
