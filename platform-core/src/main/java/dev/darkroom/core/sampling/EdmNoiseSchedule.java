package dev.darkroom.core.sampling;

import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.NoiseSettings.Betas;

/// The noise levels of a model that was trained at every one of a range (Karras et al. 2022,
/// arXiv:2206.00364, table 1, "EDM"). It is told a quarter of a level's logarithm.
///
/// @param settings of the model
/// @param range the levels
record EdmNoiseSchedule(NoiseSettings settings, Betas.Edm range) implements NoiseSchedule {

  @Override
  public double sigma(double timestep) {
    return Math.exp(4 * timestep);
  }

  @Override
  public double timestep(double sigma) {
    return Math.log(sigma) / 4;
  }

  @Override
  public double sigmaMin() {
    return range.lowest();
  }

  @Override
  public double sigmaMax() {
    return range.highest();
  }
}
