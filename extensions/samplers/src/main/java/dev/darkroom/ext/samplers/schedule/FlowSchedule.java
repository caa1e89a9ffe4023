package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.NoiseSettings.Betas;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.TimestepGrid;
import java.util.List;

/// Equal distances on the straight line of a flow model, shifted towards the noise (Esser et al. 2024,
/// arXiv:2403.03206, equation 23). Other models have their own spacing.
///
/// Samplers of whole timesteps take one level more, of which the lowest is left out, and cut timesteps
/// off, as diffusers does.
public final class FlowSchedule implements ScheduleProvider {

  /// How far below 1 a solver starts that cannot start at pure noise.
  private static final double NOT_QUITE = 1e-6;

  @Override
  public String id() {
    return "schedule.flow";
  }

  @Override
  public String title() {
    return "Flow";
  }

  @Override
  public String summary() {
    return "Equal distances on a flow model's line, shifted to the noise; Esser et al. 2024,"
        + " arXiv:2403.03206.";
  }

  @Override
  public List<String> aliases() {
    return List.of("use_flow_sigmas", "flowmatch");
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real(
            "mu", 0, 0, 10, "Logarithm of a shift for the picture's size; 0 is the model's shift."),
        new Parameter.Choice(
            "start",
            "default",
            List.of("default", "noise"),
            "Whether solvers of whole timesteps start as close to 1 as they can."),
        FinalSigma.SETTING);
  }

  @Override
  public Sigmas sigmas(Request request) {
    return sigmas(request, parameters().defaults());
  }

  @Override
  public Sigmas sigmas(Request request, ParameterValues values) {
    boolean stays = values.text("final_sigma").equals("sigma_min");
    if (!(request.noise().settings().betas() instanceof Betas.Flow flow)) {
      return new ModelSchedule()
          .sigmas(request, SpacedTimesteps.PARAMETERS.parse(FinalSigma.alone(values)));
    }
    boolean noise = values.text("start").equals("noise");
    double mu = values.real("mu");
    return mu > 0
        ? walk(request, evenly(request, 1.0 / flow.count()), Math.exp(mu), stays)
        : walk(request, base(request, flow, noise), flow.shift(), stays);
  }

  /// The walk of a flow model at every default.
  ///
  /// @param stays whether the walk ends at its lowest level instead of 0
  static Sigmas walk(Request request, boolean stays) {
    if (request.noise().settings().betas() instanceof Betas.Flow flow) {
      return walk(request, base(request, flow, false), flow.shift(), stays);
    }
    throw new InvalidRequestException("schedule", "needs a flow model; use another schedule.");
  }

  private static double[] base(Request request, Betas.Flow flow, boolean noise) {
    int steps = request.steps();
    if (request.grid() == TimestepGrid.SIGMA) {
      return evenly(request, flow.shifted(1.0 / flow.count()));
    }
    double first = 1.0 / flow.count();
    double high = noise ? 1 : 1 - first;
    double low = noise ? first : 0;
    return Ramp.of(steps, i -> high + (low - high) * i / steps);
  }

  private static double[] evenly(Request request, double low) {
    return Ramp.falling(1, low, request.steps());
  }

  private static Sigmas walk(Request request, double[] base, double shift, boolean stays) {
    Betas.Flow shifted = new Betas.Flow(shift, request.noise().settings().betas().count());
    boolean whole = request.grid() != TimestepGrid.SIGMA;
    double most = whole ? 1 - NOT_QUITE : 1;
    double[] levels = Ramp.of(base.length, i -> Math.min(most, shifted.shifted(base[i])));
    return Walk.cut(request, levels, stays ? levels[levels.length - 1] : 0);
  }
}
