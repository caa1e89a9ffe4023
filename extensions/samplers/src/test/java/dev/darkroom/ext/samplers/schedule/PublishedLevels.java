package dev.darkroom.ext.samplers.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.darkroom.core.sampling.DiscreteNoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.TimestepGrid;
import java.util.Map;

/// Compares a schedule on the noise levels of Stable Diffusion 1 with numbers that the published Python
/// formula gave there, printed with six digits.
record PublishedLevels(ScheduleProvider provider, Map<String, String> settings) {

  private static final double PERCENT = 0.001;

  static PublishedLevels of(ScheduleProvider provider) {
    return new PublishedLevels(provider, Map.of());
  }

  /// @param levels one for each step; 0 follows
  void are(double... levels) {
    Sigmas sigmas = sigmas(levels.length);
    for (int i = 0; i < levels.length; i++) {
      assertThat(sigmas.value(i)).as("level %d", i).isCloseTo(levels[i], withinPercentage(PERCENT));
    }
    assertThat(sigmas.value(levels.length)).isZero();
  }

  /// The walk of a sampler of k-diffusion's kind.
  Sigmas sigmas(int steps) {
    return provider.sigmas(
        new ScheduleProvider.Request(
            steps, DiscreteNoiseSchedule.of(NoiseSettings.stableDiffusion()), TimestepGrid.SIGMA),
        provider.parameters().parse(settings));
  }
}
