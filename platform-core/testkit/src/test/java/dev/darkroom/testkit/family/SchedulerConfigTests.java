package dev.darkroom.testkit.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.NoiseSettings.Betas;
import dev.darkroom.core.spi.NoiseSettings.FinalStep;
import dev.darkroom.core.spi.NoiseSettings.Prediction;
import dev.darkroom.core.spi.NoiseSettings.Spacing;
import dev.darkroom.core.spi.NoiseSettings.Timesteps;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.testkit.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `scheduler_config.json` says about a model's noise.
class SchedulerConfigTests {

  private static NoiseSettings read(String config) {
    FakeIndex model =
        FakeIndex.of(
                ModelFiles.open(Fixtures.path("pipelines/tiny-sd")),
                "unet/config.json",
                "vae/config.json",
                "text_encoder/config.json")
            .withText("scheduler/scheduler_config.json", config);
    return Families.recognised(model).diffusion().orElseThrow().noise();
  }

  @Test
  void theFileOfStableDiffusionGivesItsSettings() {
    NoiseSettings settings =
        read(
            """
            {"_class_name": "PNDMScheduler", "beta_end": 0.012, "beta_schedule": "scaled_linear",
             "beta_start": 0.00085, "num_train_timesteps": 1000, "set_alpha_to_one": false,
             "skip_prk_steps": true, "steps_offset": 1, "trained_betas": null, "clip_sample": false}
            """);
    assertThat(settings).isEqualTo(NoiseSettings.stableDiffusion());
  }

  @Test
  void everyFieldCounts() {
    NoiseSettings settings =
        read(
            """
            {"_class_name": "DDIMScheduler", "beta_schedule": "squaredcos_cap_v2",
             "num_train_timesteps": 500, "prediction_type": "v_prediction",
             "rescale_betas_zero_snr": true, "timestep_spacing": "trailing", "steps_offset": 0,
             "sigma_max": Infinity}
            """);
    assertThat(settings)
        .isEqualTo(
            new NoiseSettings(
                new Betas.Range(Betas.Curve.SQUARED_COSINE, 0.0001, 0.02, 500),
                Prediction.V,
                new Timesteps(Spacing.TRAILING, 0, FinalStep.ZERO),
                true));
  }

  @Test
  void betasMayBeListed() {
    NoiseSettings settings =
        read("{\"trained_betas\": [0.1, 0.2], \"prediction_type\": \"sample\"}");
    assertThat(settings.betas()).isEqualTo(new Betas.Listed(List.of(0.1, 0.2)));
    assertThat(settings.prediction()).isEqualTo(Prediction.X0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"_class_name\": \"FlowMatchEulerDiscreteScheduler\", \"shift\": 3.0, \"shift_terminal\":"
            + " null | 3",
        "\"_class_name\": \"FlowMatchHeunDiscreteScheduler\" | 1",
        "\"_class_name\": \"UniPCMultistepScheduler\", \"prediction_type\": \"flow_prediction\","
            + " \"flow_shift\": 5.0 | 5",
      })
  void flowModelsAreKnownByTheirSchedulers(String fields, double shift) {
    NoiseSettings settings = read("{" + fields + "}");
    assertThat(settings.betas()).isEqualTo(new Betas.Flow(shift, 1000));
    assertThat(settings.prediction()).isEqualTo(Prediction.FLOW);
  }

  @Test
  void modelsOfKarrasAreKnownByTheirSchedulers() {
    NoiseSettings settings = read("{\"_class_name\": \"EDMEulerScheduler\", \"sigma_data\": 0.5}");
    assertThat(settings.betas()).isEqualTo(new Betas.Edm(0.002, 80, 1000));
    assertThat(settings.prediction()).isEqualTo(Prediction.EDM);
  }

  @ParameterizedTest
  @CsvSource({
    "DDIMScheduler, LEADING, ZERO",
    "PNDMScheduler, LEADING, FIRST_TIMESTEP",
    "LCMScheduler, LEADING, ZERO",
    "EulerDiscreteScheduler, LINSPACE, ZERO",
    "DPMSolverMultistepScheduler, LINSPACE, ZERO",
  })
  void absentFieldsHaveTheDefaultsOfTheirClass(String type, Spacing spacing, FinalStep end) {
    assertThat(read("{\"_class_name\": \"" + type + "\"}").timesteps())
        .isEqualTo(new Timesteps(spacing, 0, end));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"_class_name\": \"CosineDPMSolverMultistepScheduler\" | _class_name",
        "\"_class_name\": \"EDMEulerScheduler\", \"sigma_data\": 1 | sigma_data",
        "\"_class_name\": \"EDMEulerScheduler\", \"sigma_max\": 0.001 | sigma_max",
        "\"_class_name\": \"EDMEulerScheduler\", \"prediction_type\": \"v_prediction\" |"
            + " prediction_type",
        "\"_class_name\": \"FlowMatchHeunDiscreteScheduler\", \"shift\": 0 | shift",
        "\"_class_name\": \"FlowMatchEulerDiscreteScheduler\", \"use_dynamic_shifting\": true |"
            + " use_dynamic_shifting",
        "\"beta_schedule\": \"sigmoid\" | beta_schedule sigmoid",
        "\"prediction_type\": \"flow\" | prediction_type flow",
        "\"timestep_spacing\": \"random\" | timestep_spacing random",
        "\"beta_start\": 1.5 | beta_start",
        "\"beta_end\": \"0.01\" | beta_end",
        "\"num_train_timesteps\": 1000000000 | num_train_timesteps",
        "\"num_train_timesteps\": 0 | num_train_timesteps",
        "\"steps_offset\": -1 | steps_offset",
        "\"set_alpha_to_one\": 1 | set_alpha_to_one",
        "\"trained_betas\": [0.1, 2] | trained_betas",
      })
  void wrongFieldsAreRefusedByFileAndName(String field, String named) {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> read("{" + field + "}"))
        .withMessageContaining("scheduler_config.json")
        .withMessageContaining(named);
  }
}
