package dev.darkroom.ext.samplers.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.sampling.DiscreteNoiseSchedule;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.testkit.ScheduleContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KarrasScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new KarrasSchedule();
  }

  @Test
  void spreadsEvenlyWithARhoOfOne() {
    NoiseSchedule noise = DiscreteNoiseSchedule.of(NoiseSettings.stableDiffusion());
    Sigmas sigmas = sigmas(noise, Map.of("rho", "1"));
    double middle = (noise.sigmaMax() + noise.sigmaMin()) / 2;
    assertThat(sigmas.value(2)).isEqualTo(middle, within(1e-5));
  }

  @Test
  void endsAtTheLowestLevelIfAskedTo() {
    NoiseSchedule noise = DiscreteNoiseSchedule.of(NoiseSettings.stableDiffusion());
    Sigmas sigmas = sigmas(noise, Map.of("final_sigma", "sigma_min"));
    assertThat(sigmas.value(5)).isEqualTo(noise.sigmaMin());
  }

  private Sigmas sigmas(NoiseSchedule noise, Map<String, String> settings) {
    return provider()
        .sigmas(
            new ScheduleProvider.Request(5, noise, TimestepGrid.SIGMA),
            provider().parameters().parse(settings));
  }
}
