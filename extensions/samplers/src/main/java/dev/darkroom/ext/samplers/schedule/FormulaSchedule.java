package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;

/// A schedule that is a formula for noise levels; the model is told the timesteps that lie at them.
interface FormulaSchedule extends ScheduleProvider {

  /// The noise level of each step, from high to low, without the end of the walk.
  double[] levels(Request request, ParameterValues values);

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
    return Walk.through(request, levels(request, values), FinalSigma.of(request, values));
  }
}
