package dev.darkroom.testkit.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.sampling.TrainedNoise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.NoiseSettings.Betas;
import dev.darkroom.core.spi.NoiseSettings.Prediction;
import org.junit.jupiter.api.Test;

final class TrainedNoiseTests {

  @Test
  void tellsFlowModelsTheirLevelInTrainingSteps() {
    NoiseSchedule noise = TrainedNoise.of(settings(new Betas.Flow(3, 1000), Prediction.FLOW));
    assertThat(noise.form()).isEqualTo(NoiseForm.FLOW);
    assertThat(noise.timestep(0.25)).isEqualTo(250);
    assertThat(noise.sigma(noise.timestep(0.7))).isCloseTo(0.7, within(1e-12));
    assertThat(noise.sigmaMax()).isEqualTo(1);
    assertThat(noise.sigmaMin()).isCloseTo(0.008928571, within(1e-8));
  }

  @Test
  void tellsEdmModelsAQuarterOfTheLogarithm() {
    NoiseSchedule noise = TrainedNoise.of(settings(new Betas.Edm(0.002, 80, 1000), Prediction.EDM));
    assertThat(noise.form()).isEqualTo(NoiseForm.EXPLODING);
    assertThat(noise.timestep(80)).isCloseTo(1.0955066, within(1e-6));
    assertThat(noise.sigma(noise.timestep(3))).isCloseTo(3, within(1e-12));
    assertThat(noise.sigmaMin()).isEqualTo(0.002);
  }

  @Test
  void refusesAShiftThatLeadsNowhere() {
    NoiseSettings settings = settings(new Betas.Flow(0, 1000), Prediction.FLOW);
    assertThatThrownBy(() -> TrainedNoise.of(settings))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("shift");
  }

  private static NoiseSettings settings(Betas betas, Prediction prediction) {
    NoiseSettings usual = NoiseSettings.stableDiffusion();
    return new NoiseSettings(betas, prediction, usual.timesteps(), false);
  }
}
