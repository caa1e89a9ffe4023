package dev.darkroom.core.spi;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The noise levels that a sampler walks along, from high to low, with the timesteps that the model
/// is told at each.
///
/// Noise levels are of the form that [#form()] names, for most models the variance-exploding one, `x =
/// x0 + sigma * noise`. Models trained in the variance-preserving form are converted around the
/// sampler: the start is multiplied by [#startScale()], the end by [#endScale()]. Immutable.
public final class Sigmas {

  private final double[] values;
  private final double[] timesteps;
  private final double[] arrivals;
  private final double startScale;
  private final double endScale;
  private final Origin origin;

  /// What the levels are levels of.
  private record Origin(NoiseForm form, @Nullable NoiseSchedule noise) {}

  private Sigmas(double[][] columns, double startScale, double endScale, Origin origin) {
    this.values = columns[0];
    this.timesteps = columns[1];
    this.arrivals = columns[2];
    this.startScale = startScale;
    this.endScale = endScale;
    this.origin = origin;
  }

  /// Noise levels whose timesteps are looked up in the model's noise schedule.
  ///
  /// @param values one more than steps, strictly falling; the last may be 0, or that before it again,
  ///     for a last step that goes nowhere
  public static Sigmas of(double... values) {
    return of(values, new double[0]);
  }

  /// Noise levels with their timesteps.
  ///
  /// @param timesteps one for each value that the model is called at; empty to look them up
  /// @throws IllegalArgumentException if the values do not fall
  public static Sigmas of(double[] values, double[] timesteps) {
    for (int i = 0; i < values.length; i++) {
      boolean stays = i > 0 && i == values.length - 1 && values[i] == values[i - 1];
      boolean falls = i == 0 || values[i] < values[i - 1] || stays;
      if (!falls || !(values[i] >= 0)) {
        throw new IllegalArgumentException("sigmas must fall to 0: " + Arrays.toString(values));
      }
    }
    if (values.length < 2) {
      throw new IllegalArgumentException("at least one step is needed");
    }
    double[] arrivals = Arrays.copyOfRange(values, 1, values.length);
    double[][] columns = {values.clone(), timesteps.clone(), arrivals};
    return new Sigmas(columns, values[0], 1, new Origin(NoiseForm.EXPLODING, null));
  }

  /// These levels for latents that start as noise of deviation `scale` instead of `value(0)`.
  public Sigmas withStartScale(double scale) {
    return new Sigmas(columns(arrivals), scale, endScale, origin);
  }

  /// These levels with a factor that brings the result back to the model's latents.
  public Sigmas withEndScale(double scale) {
    return new Sigmas(columns(arrivals), startScale, scale, origin);
  }

  /// These levels with other arrivals; see [#arrival(int)].
  public Sigmas withArrivals(double... changed) {
    return new Sigmas(columns(changed.clone()), startScale, endScale, origin);
  }

  /// These levels for a model whose latents take up noise in another form.
  public Sigmas withForm(NoiseForm changed) {
    return new Sigmas(columns(arrivals), startScale, endScale, new Origin(changed, origin.noise()));
  }

  /// These levels as levels of a model; see [#noise()].
  public Sigmas withNoise(NoiseSchedule model) {
    return new Sigmas(columns(arrivals), startScale, endScale, new Origin(origin.form(), model));
  }

  private double[][] columns(double[] landings) {
    return new double[][] {values, timesteps, landings};
  }

  /// How the latents take up noise.
  public NoiseForm form() {
    return origin.form();
  }

  /// Every noise level of the model, for samplers whose formula names timesteps besides those of the
  /// steps (TCD). Empty for levels that belong to no model.
  public Optional<NoiseSchedule> noise() {
    return Optional.ofNullable(origin.noise());
  }

  /// The number of steps.
  public int steps() {
    return values.length - 1;
  }

  /// Noise level `i`, 0 to [#steps()].
  public double value(int i) {
    return values[i];
  }

  public double[] values() {
    return values.clone();
  }

  /// The noise level that the formula of step `i` lands on: the next level, except for samplers whose
  /// published form lands beside the level from which the next step starts (DDIM with trailing
  /// timesteps).
  public double arrival(int i) {
    return arrivals[i];
  }

  /// The timestep of `sigma` if it is one of these levels and has one, else NaN.
  public double timestep(double sigma) {
    for (int i = 0; i < timesteps.length; i++) {
      if (values[i] == sigma) {
        return timesteps[i];
      }
    }
    return Double.NaN;
  }

  /// How far a walk is at `sigma`: the share of its steps that begin at a higher noise level.
  public double progress(double sigma) {
    long before = Arrays.stream(values).filter(value -> value > sigma).count();
    return Math.min(1, (double) before / steps());
  }

  /// Factor of the standard normal start.
  public double startScale() {
    return startScale;
  }

  /// Factor of the sampler's result.
  public double endScale() {
    return endScale;
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
