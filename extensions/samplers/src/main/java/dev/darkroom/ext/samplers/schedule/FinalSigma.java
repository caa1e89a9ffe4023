package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.NoiseSettings.FinalStep;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.ScheduleProvider.Request;
import dev.darkroom.core.spi.TimestepGrid;
import java.util.List;
import java.util.Map;

/// Where a walk ends.
final class FinalSigma {

  static final Parameter SETTING =
      new Parameter.Choice(
          "final_sigma",
          "default",
          List.of("default", "zero", "sigma_min"),
          "The noise level at the end; by default 0, for DDIM what the model says.");

  private FinalSigma() {}

  static double of(Request request, ParameterValues values) {
    return switch (values.text("final_sigma")) {
      case "zero" -> 0;
      case "sigma_min" -> request.noise().sigmaMin();
      default -> published(request);
    };
  }

  /// This setting of a schedule that has others.
  static Map<String, String> alone(ParameterValues values) {
    return Map.of("final_sigma", values.text("final_sigma"));
  }

  private static double published(Request request) {
    FinalStep end = request.noise().settings().timesteps().end();
    boolean above = request.grid() == TimestepGrid.DISCRETE && end == FinalStep.FIRST_TIMESTEP;
    return above ? request.noise().sigmaMin() : 0;
  }
}
