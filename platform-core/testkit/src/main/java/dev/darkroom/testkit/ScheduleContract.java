package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.sampling.DiscreteNoiseSchedule;
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

  private void checkOrRefused(Request request, boolean mayRefuse) {
    try {
      check(provider().sigmas(request), request.steps(), request.noise());
    } catch (InvalidRequestException e) {
      assertThat(mayRefuse).as("%s on grid %s", e.getMessage(), request.grid()).isTrue();
      assertThat(e.field()).isEqualTo("steps");
    }
  }

  private static void check(Sigmas sigmas, int steps, NoiseSchedule noise) {
    assertThat(sigmas.steps()).isEqualTo(steps);
    double[] values = sigmas.values();
    for (int i = 0; i < steps; i++) {
      boolean stays = i == steps - 1 && values[i + 1] == values[i];
      boolean falls = values[i + 1] < values[i];
      assertThat(falls || stays).as("level %d of %s", i + 1, sigmas).isTrue();
      assertThat(sigmas.arrival(i)).isBetween(0.0, values[i]);
      double timestep = sigmas.timestep(values[i]);
      if (!Double.isNaN(timestep)) {
        assertThat(Math.abs(timestep - noise.timestep(values[i]))).isLessThanOrEqualTo(1);
        assertThat(timestep).isBetween(0.0, noise.settings().betas().count() - 1.0);
      }
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

  private static NoiseSchedule model(boolean zeroTerminalSnr, Spacing spacing, int count) {
    return DiscreteNoiseSchedule.of(
        new NoiseSettings(
            new Betas.Range(Betas.Curve.SCALED_LINEAR, 0.00085, 0.012, count),
            Prediction.V,
            new Timesteps(spacing, 0, FinalStep.ZERO),
            zeroTerminalSnr));
  }
}
