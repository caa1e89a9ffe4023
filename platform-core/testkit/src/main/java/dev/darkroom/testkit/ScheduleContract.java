package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.sampling.DiscreteNoiseSchedule;
import dev.darkroom.core.sampling.TrainedNoise;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.NoiseSettings.Betas;
import dev.darkroom.core.spi.NoiseSettings.FinalStep;
import dev.darkroom.core.spi.NoiseSettings.Prediction;
import dev.darkroom.core.spi.NoiseSettings.Spacing;
import dev.darkroom.core.spi.NoiseSettings.Timesteps;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.ScheduleProvider.Request;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.TimestepGrid;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every schedule owes: implement this in a test class and name the provider.
public interface ScheduleContract extends PluginContract<ScheduleProvider> {

  @Override
  default String kind() {
    return "schedule";
  }

  @Test
  default void fallsInAsManyStepsAsAskedFor() {
    for (int steps : new int[] {1, 2, 3, 7, 20, 50}) {
      for (NoiseSchedule noise : models()) {
        for (TimestepGrid grid : TimestepGrid.values()) {
          check(provider().sigmas(new Request(steps, noise, grid)), steps, noise);
        }
      }
    }
  }

  /// A thousand steps are as many as a request may have, and as the usual model was trained with;
  /// consistency models were distilled at fewer.
  @Test
  default void allowsAThousandSteps() {
    for (TimestepGrid grid : TimestepGrid.values()) {
      for (NoiseSchedule noise : models()) {
        checkOrRefused(new Request(1000, noise, grid), grid == TimestepGrid.CONSISTENCY);
      }
    }
  }

  @Test
  default void refusesWhatTheModelCannotDo() {
    for (TimestepGrid grid : TimestepGrid.values()) {
      checkOrRefused(new Request(21, model(false, Spacing.LINSPACE, 20), grid), true);
    }
  }

  @Test
  default void refusesNoStepsAtAll() {
    NoiseSchedule noise = models().getFirst();
    assertThatThrownBy(() -> provider().sigmas(new Request(0, noise, TimestepGrid.SIGMA)))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).isEqualTo("steps"));
  }

  @Test
  default void usesItsDefaultsWithoutSettings() {
    Request request = new Request(9, models().getFirst(), TimestepGrid.SOLVER);
    Sigmas plain = provider().sigmas(request);
    Sigmas set = provider().sigmas(request, provider().parameters().defaults());
    assertThat(set.values()).isEqualTo(plain.values());
  }

  /// Flow models go from 1 to 0, those of Karras et al. know no timesteps of a training: a schedule
  /// that has no sense there says so.
  @Test
  default void servesOtherModelsOrRefusesThem() {
    for (int steps : new int[] {1, 2, 7, 20}) {
      for (TimestepGrid grid : TimestepGrid.values()) {
        for (NoiseSchedule noise : otherModels()) {
          servesOrRefuses(new Request(steps, noise, grid));
        }
      }
    }
  }

  private void servesOrRefuses(Request request) {
    NoiseSchedule noise = request.noise();
    try {
      Sigmas sigmas = provider().sigmas(request);
      checkLevels(sigmas, request.steps());
      assertThat(sigmas.value(0)).as("%s", sigmas).isLessThanOrEqualTo(noise.sigmaMax() * 1.0001);
      double whole = noise.settings().betas() instanceof Betas.Edm ? 1e-5 : 1;
      for (int i = 0; i < request.steps(); i++) {
        double timestep = sigmas.timestep(sigmas.value(i));
        if (!Double.isNaN(timestep)) {
          double exact = noise.timestep(sigmas.value(i));
          assertThat(Math.abs(timestep - exact)).as("%s", sigmas).isLessThanOrEqualTo(whole);
        }
      }
    } catch (InvalidRequestException e) {
      assertThat(e.field()).isEqualTo("schedule");
    }
  }

  private void checkOrRefused(Request request, boolean mayRefuse) {
    try {
      check(provider().sigmas(request), request.steps(), request.noise());
    } catch (InvalidRequestException e) {
      assertThat(mayRefuse).as("%s on grid %s", e.getMessage(), request.grid()).isTrue();
      assertThat(e.field()).isEqualTo("steps");
    }
  }

  private static void check(Sigmas sigmas, int steps, NoiseSchedule noise) {
    checkLevels(sigmas, steps);
    double[] values = sigmas.values();
    for (int i = 0; i < steps; i++) {
      double timestep = sigmas.timestep(values[i]);
      if (!Double.isNaN(timestep)) {
        assertThat(Math.abs(timestep - noise.timestep(values[i]))).isLessThanOrEqualTo(1);
        assertThat(timestep).isBetween(0.0, noise.settings().betas().count() - 1.0);
      }
    }
  }

  private static void checkLevels(Sigmas sigmas, int steps) {
    assertThat(sigmas.steps()).isEqualTo(steps);
    double[] values = sigmas.values();
    for (int i = 0; i < steps; i++) {
      boolean stays = i == steps - 1 && values[i + 1] == values[i];
      boolean falls = values[i + 1] < values[i];
      assertThat(falls || stays).as("level %d of %s", i + 1, sigmas).isTrue();
      assertThat(sigmas.arrival(i)).isBetween(0.0, values[i]);
    }
    assertThat(values[steps]).isNotNegative();
    assertThat(sigmas.startScale()).isPositive().isFinite();
    assertThat(sigmas.endScale()).isBetween(0.0, 1.0);
  }

  private static List<NoiseSchedule> models() {
    return List.of(
        DiscreteNoiseSchedule.of(NoiseSettings.stableDiffusion()),
        model(true, Spacing.TRAILING, 1000),
        model(false, Spacing.LINSPACE, 1000));
  }

  private static List<NoiseSchedule> otherModels() {
    Timesteps timesteps = new Timesteps(Spacing.LINSPACE, 0, FinalStep.ZERO);
    return Stream.of(
            new NoiseSettings(new Betas.Flow(1, 1000), Prediction.FLOW, timesteps, false),
            new NoiseSettings(new Betas.Flow(3, 1000), Prediction.FLOW, timesteps, false),
            new NoiseSettings(new Betas.Edm(0.002, 80, 1000), Prediction.EDM, timesteps, false))
        .map(TrainedNoise::of)
        .toList();
  }

  private static NoiseSchedule model(boolean zeroTerminalSnr, Spacing spacing, int count) {
    return DiscreteNoiseSchedule.of(
        new NoiseSettings(
            new Betas.Range(Betas.Curve.SCALED_LINEAR, 0.00085, 0.012, count),
            Prediction.V,
            new Timesteps(spacing, 0, FinalStep.ZERO),
            zeroTerminalSnr));
  }
}
