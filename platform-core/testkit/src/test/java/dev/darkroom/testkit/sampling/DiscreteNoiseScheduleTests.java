package dev.darkroom.testkit.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.sampling.DiscreteNoiseSchedule;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.NoiseSettings.Betas;
import dev.darkroom.core.spi.NoiseSettings.FinalStep;
import dev.darkroom.core.spi.NoiseSettings.Prediction;
import dev.darkroom.core.spi.NoiseSettings.Spacing;
import dev.darkroom.core.spi.NoiseSettings.Timesteps;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiscreteNoiseScheduleTests {

  @Test
  void hasTheLevelsOfStableDiffusion() {
    NoiseSchedule noise = DiscreteNoiseSchedule.of(NoiseSettings.stableDiffusion());
    assertThat(noise.sigmaMin()).isEqualTo(0.0291675, within(1e-7));
    assertThat(noise.sigmaMax()).isEqualTo(14.614647, within(1e-6));
    assertThat(noise.sigma(853)).isEqualTo(6.570652f, within(1e-6));
  }

  @Test
  void hasTheLevelsOfOtherCurves() {
    assertThat(noise(range(Betas.Curve.LINEAR), false).sigmaMax()).isEqualTo(25.146116f);
    assertThat(noise(range(Betas.Curve.SQUARED_COSINE), false).sigmaMax()).isEqualTo(20291.303f);
  }

  @Test
  void endsZeroTerminalSnrAtTheValueThatStandsForInfinity() {
    NoiseSchedule noise = noise(range(Betas.Curve.SCALED_LINEAR), true);
    assertThat(noise.sigmaMax()).isEqualTo(4096);
    assertThat(noise.sigma(856)).isEqualTo(11.598337, within(1e-5));
  }

  @Test
  void takesBetasOneByOne() {
    NoiseSchedule noise = noise(new Betas.Listed(List.of(0.5, 0.5)), false);
    assertThat(noise.sigmaMin()).isEqualTo(1);
    assertThat(noise.sigmaMax()).isEqualTo((float) Math.sqrt(3));
  }

  @Test
  void findsItsWayBackFromLevelToTimestep() {
    NoiseSchedule noise = DiscreteNoiseSchedule.of(NoiseSettings.stableDiffusion());
    for (int timestep = 0; timestep < 1000; timestep++) {
      assertThat(noise.timestep(noise.sigma(timestep))).isEqualTo(timestep, within(1e-3));
    }
    double between = Math.sqrt(noise.sigma(500) * noise.sigma(501));
    assertThat(noise.timestep(between)).isEqualTo(500.5, within(1e-3));
  }

  @Test
  void interpolatesAndHoldsTheEnds() {
    NoiseSchedule noise = DiscreteNoiseSchedule.of(NoiseSettings.stableDiffusion());
    double middle = (noise.sigma(832) + noise.sigma(833)) / 2;
    assertThat(noise.sigma(832.5)).isEqualTo(middle, within(1e-6));
    assertThat(noise.sigma(-3)).isEqualTo(noise.sigmaMin());
    assertThat(noise.sigma(2000)).isEqualTo(noise.sigmaMax());
    assertThat(noise.timestep(0)).isEqualTo(0);
    assertThat(noise.timestep(100)).isEqualTo(999);
  }

  @Test
  void worksWithASingleTrainingStep() {
    NoiseSchedule noise = noise(new Betas.Listed(List.of(0.5)), false);
    assertThat(noise.sigmaMin()).isEqualTo(noise.sigmaMax()).isEqualTo(1);
    assertThat(noise.timestep(5)).isEqualTo(0);
  }

  @Test
  void refusesBetasThatCannotBe() {
    refused(new Betas.Listed(List.of()), "num_train_timesteps");
    refused(new Betas.Listed(List.of(0.1, -0.1)), "beta 1");
    refused(new Betas.Listed(List.of(Double.NaN)), "beta 0");
    refused(new Betas.Range(Betas.Curve.LINEAR, 0.1, 1.5, 10), "beta");
    Betas endless = new Betas.Range(Betas.Curve.LINEAR, 0.1, 0.2, Integer.MAX_VALUE);
    refused(endless, "num_train_timesteps");
  }

  private static void refused(Betas betas, String reason) {
    assertThatThrownBy(() -> noise(betas, false))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(reason);
  }

  private static Betas range(Betas.Curve curve) {
    return new Betas.Range(curve, 0.00085, 0.012, 1000);
  }

  private static NoiseSchedule noise(Betas betas, boolean zeroTerminalSnr) {
    Timesteps timesteps = new Timesteps(Spacing.LINSPACE, 0, FinalStep.ZERO);
    return DiscreteNoiseSchedule.of(
        new NoiseSettings(betas, Prediction.EPSILON, timesteps, zeroTerminalSnr));
  }
}
