package dev.darkroom.core.spi;

import java.util.List;

/// How a model was trained to see noise, and how its authors walk back, as `scheduler_config.json`
/// says it.
///
/// @param betas the variances of the training steps
/// @param prediction what the model predicts
/// @param timesteps how timesteps are picked when the user does not say
/// @param zeroTerminalSnr whether the betas are rescaled so that the last step is pure noise (Lin et
///     al. 2023, arXiv:2305.08891)
public record NoiseSettings(
    Betas betas, Prediction prediction, Timesteps timesteps, boolean zeroTerminalSnr) {

  /// The settings of Stable Diffusion 1.x.
  public static NoiseSettings stableDiffusion() {
    return new NoiseSettings(
        new Betas.Range(Betas.Curve.SCALED_LINEAR, 0.00085, 0.012, 1000),
        Prediction.EPSILON,
        new Timesteps(Spacing.LEADING, 1, FinalStep.FIRST_TIMESTEP),
        false);
  }

  /// The variances of the training steps.
  public sealed interface Betas {

    /// The number of training steps.
    int count();

    /// `count` values between `start` and `end`.
    record Range(Curve curve, double start, double end, int count) implements Betas {}

    /// Values given one by one.
    record Listed(List<Double> values) implements Betas {
      public Listed {
        values = List.copyOf(values);
      }

      @Override
      public int count() {
        return values.size();
      }
    }

    /// No variances: noise grows along a straight line over `count` steps (Lipman et al. 2022,
    /// arXiv:2210.02747).
    ///
    /// @param shift how much longer the model stays where there is much noise, 1 for evenly (Esser
    ///     et al. 2024, arXiv:2403.03206, equation 23)
    record Flow(double shift, int count) implements Betas {

      /// The noise level `sigma` of an even walk, shifted.
      public double shifted(double sigma) {
        return shift * sigma / (1 + (shift - 1) * sigma);
      }
    }

    /// No steps: the model was trained at every noise level of a range (Karras et al. 2022,
    /// arXiv:2206.00364).
    ///
    /// @param count what the model's configuration gives as the number of steps
    record Edm(double lowest, double highest, int count) implements Betas {}

    /// How values lie between start and end.
    enum Curve {
      LINEAR,
      /// Linear in the square root.
      SCALED_LINEAR,
      /// Cosine alphas (Nichol and Dhariwal 2021, arXiv:2102.09672); start and end do not count.
      SQUARED_COSINE
    }
  }

  /// What a model predicts.
  public enum Prediction {
    /// The noise.
    EPSILON,
    /// `sqrt(alpha) * noise - sqrt(1 - alpha) * x0` (Salimans and Ho 2022, arXiv:2202.00512).
    V,
    /// The picture.
    X0,
    /// The picture as a mixture of output and input, for latents of deviation 0.5 (Karras et al.
    /// 2022, arXiv:2206.00364, table 1, "EDM").
    EDM,
    /// The direction of the flow, `noise - x0` (Liu et al. 2022, arXiv:2209.03003).
    FLOW
  }

  /// How timesteps are picked.
  ///
  /// @param offset added to each timestep with leading spacing
  /// @param end where the last step ends
  public record Timesteps(Spacing spacing, int offset, FinalStep end) {}

  /// How timesteps are spread over the training steps (Lin et al. 2023, table 2).
  public enum Spacing {
    LEADING,
    TRAILING,
    LINSPACE
  }

  /// Where the last step of a sampler that knows the difference ends.
  public enum FinalStep {
    /// At no noise at all.
    ZERO,
    /// At the noise of the first training step.
    FIRST_TIMESTEP
  }
}
