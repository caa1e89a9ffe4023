package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ParameterValues;
import java.util.List;

/// Equal steps in `lambda` (Lu et al. 2022, arXiv:2206.00927, section 5), as DPM-Solver's authors walk:
/// the levels of [ExponentialSchedule], with timesteps rounded where the sampler wants whole ones.
public final class LuSchedule implements FormulaSchedule {

  @Override
  public String id() {
    return "schedule.lu";
  }

  @Override
  public String title() {
    return "Lambdas";
  }

  @Override
  public String summary() {
    return "Equal steps in the logarithm of the noise level; Lu et al. 2022, arXiv:2206.00927.";
  }

  @Override
  public List<String> aliases() {
    return List.of("use_lu_lambdas");
  }

  @Override
  public double[] levels(Request request, ParameterValues values) {
    return ExponentialSchedule.levels(request);
  }
}
