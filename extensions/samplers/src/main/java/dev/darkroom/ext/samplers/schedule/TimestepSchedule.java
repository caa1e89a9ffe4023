package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;

/// A schedule that is a formula for timesteps, as k-diffusion and the programs around it see them:
/// fractions are allowed, and noise levels between whole timesteps are interpolated in their logarithm.
interface TimestepSchedule extends ScheduleProvider {

  /// The timestep of each step, from high to low.
  double[] timesteps(Request request, ParameterValues values);

  @Override
  default ParameterSet parameters() {
    return SpacedTimesteps.PARAMETERS;
  }

  @Override
  default Sigmas sigmas(Request request) {
    return sigmas(request, parameters().defaults());
  }

  @Override
  default Sigmas sigmas(Request request, ParameterValues values) {
    return Walk.at(request, timesteps(request, values), FinalSigma.of(request, values));
  }
}
