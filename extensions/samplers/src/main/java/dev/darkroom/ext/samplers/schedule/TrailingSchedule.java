package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.NoiseSettings.Spacing;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;

/// Timesteps at equal distances from the last one down, so that the walk starts at the highest level:
/// right for models with zero terminal signal-to-noise ratio and for few steps (Lin et al. 2023,
/// arXiv:2305.08891, table 2).
public final class TrailingSchedule implements ScheduleProvider {

  @Override
  public String id() {
    return "schedule.trailing";
  }

  @Override
  public String title() {
    return "Trailing";
  }

  @Override
  public String summary() {
    return "Timesteps from the last one down; Lin et al. 2023, arXiv:2305.08891.";
  }

  @Override
  public ParameterSet parameters() {
    return SpacedTimesteps.PARAMETERS;
  }

  @Override
  public Sigmas sigmas(Request request) {
    return sigmas(request, parameters().defaults());
  }

  @Override
  public Sigmas sigmas(Request request, ParameterValues values) {
    return SpacedTimesteps.sigmas(Spacing.TRAILING, request, values);
  }
}
