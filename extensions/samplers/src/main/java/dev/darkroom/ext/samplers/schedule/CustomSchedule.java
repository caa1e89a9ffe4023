package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import java.util.Arrays;
import java.util.List;

/// Noise levels or timesteps that the user lists; stretched to the number of steps if there are not as
/// many.
public final class CustomSchedule implements FormulaSchedule {

  private static final String SIGMAS = "sigmas";
  private static final String TIMESTEPS = "timesteps";

  @Override
  public String id() {
    return "schedule.custom";
  }

  @Override
  public String title() {
    return "Custom";
  }

  @Override
  public String summary() {
    return "Noise levels or timesteps of your own.";
  }

  @Override
  public List<String> aliases() {
    return List.of("manual", "ManualSigmas");
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Numbers(
            SIGMAS,
            "14.615,6.475,3.861,2.697,1.886,1.396,0.963,0.652,0.399,0.152",
            "Falling noise levels; a 0 at the end may be left out."),
        new Parameter.Numbers(
            TIMESTEPS, "", "Falling timesteps; if any are given they count, and not sigmas."),
        FinalSigma.SETTING);
  }

  @Override
  public double[] levels(Request request, ParameterValues values) {
    double[] timesteps = values.numbers(TIMESTEPS);
    double[] listed =
        timesteps.length == 0
            ? withoutZero(values.numbers(SIGMAS))
            : Arrays.stream(timesteps).map(t -> level(request, t)).toArray();
    requireFalling(timesteps.length == 0 ? SIGMAS : TIMESTEPS, listed);
    return LogLinear.levels(listed, request.steps());
  }

  private static double level(Request request, double timestep) {
    double highest = Ramp.highest(request);
    if (!(timestep >= 0 && timestep <= highest)) {
      throw new InvalidRequestException(
          TIMESTEPS, "must lie between 0 and %s; got %s.".formatted(highest, timestep));
    }
    return request.noise().sigma(timestep);
  }

  private static double[] withoutZero(double[] sigmas) {
    boolean ends = sigmas.length > 1 && sigmas[sigmas.length - 1] == 0;
    return ends ? Arrays.copyOf(sigmas, sigmas.length - 1) : sigmas;
  }

  private static void requireFalling(String field, double[] levels) {
    if (levels.length == 0) {
      throw new InvalidRequestException(field, "lists nothing; give at least one number.");
    }
    for (int i = 0; i < levels.length; i++) {
      boolean falls = i == 0 || levels[i] < levels[i - 1];
      if (!falls || !(levels[i] > 0) || Double.isInfinite(levels[i])) {
        throw new InvalidRequestException(
            field, "must fall, and stay above 0; number %d does not.".formatted(i + 1));
      }
    }
  }
}
