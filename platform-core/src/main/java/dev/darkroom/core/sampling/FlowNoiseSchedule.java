package dev.darkroom.core.sampling;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.NoiseSettings.Betas;

/// The noise levels of a flow model, 0 to 1 on a straight line (Lipman et al. 2022, arXiv:2210.02747).
/// Timesteps are the levels times the number of training steps. Immutable.
public final class FlowNoiseSchedule implements NoiseSchedule {

  private final NoiseSettings settings;
  private final Betas.Flow flow;

  private FlowNoiseSchedule(NoiseSettings settings, Betas.Flow flow) {
    this.settings = settings;
    this.flow = flow;
  }

  /// @throws ModelFormatException if the shift or the number of steps is not positive
  static FlowNoiseSchedule of(NoiseSettings settings, Betas.Flow flow) {
    if (!(flow.shift() > 0) || flow.count() < 1) {
      throw new ModelFormatException(
          "scheduler_config.json",
          "shift and num_train_timesteps must be positive, are %s and %s."
              .formatted(flow.shift(), flow.count()));
    }
    return new FlowNoiseSchedule(settings, flow);
  }

  @Override
  public NoiseSettings settings() {
    return settings;
  }

  @Override
  public NoiseForm form() {
    return NoiseForm.FLOW;
  }

  @Override
  public double sigma(double timestep) {
    return Math.clamp(timestep / flow.count(), 0, 1);
  }

  @Override
  public double timestep(double sigma) {
    return Math.clamp(sigma, 0, 1) * flow.count();
  }

  /// The lowest level of published walks: that of the first training step, shifted twice.
  @Override
  public double sigmaMin() {
    return flow.shifted(flow.shifted(1.0 / flow.count()));
  }

  @Override
  public double sigmaMax() {
    return 1;
  }
}
