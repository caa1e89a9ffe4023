package dev.darkroom.core.sampling;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.NoiseSettings.Betas;

/// The noise levels that a model's settings stand for.
public final class TrainedNoise {

  private TrainedNoise() {}

  /// @throws ModelFormatException if the settings hold no usable noise levels
  public static NoiseSchedule of(NoiseSettings settings) {
    return switch (settings.betas()) {
      case Betas.Flow flow -> FlowNoiseSchedule.of(settings, flow);
      case Betas.Edm range -> new EdmNoiseSchedule(settings, range);
      case Betas.Range _, Betas.Listed _ -> DiscreteNoiseSchedule.of(settings);
    };
  }
}
