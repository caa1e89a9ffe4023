package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.NoiseSettings.Spacing;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;

/// Timesteps at equal distances with the first and the last one of the training among them (Lin et al.
/// 2023, arXiv:2305.08891, table 2).
public final class LinspaceSchedule implements ScheduleProvider {

  @Override
  public String id() {
    return "schedule.linspace";
  }

  @Override
  public String title() {
    return "Linspace";
  }

  @Override
  public String summary() {
    return "Timesteps at equal distances, first and last one among them; diffusers.";
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
    return SpacedTimesteps.sigmas(Spacing.LINSPACE, request, values);
  }
}
