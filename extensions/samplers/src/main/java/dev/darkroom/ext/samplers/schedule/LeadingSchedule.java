package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.NoiseSettings.Spacing;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;

/// Timesteps at multiples of a whole number, shifted by the model's offset; the walk starts below the
/// highest level. What Stable Diffusion was published with (Lin et al. 2023, arXiv:2305.08891, table
/// 2).
public final class LeadingSchedule implements ScheduleProvider {

  @Override
  public String id() {
    return "schedule.leading";
  }

  @Override
  public String title() {
    return "Leading";
  }

  @Override
  public String summary() {
    return "Multiples of a whole number of timesteps, plus the model's offset.";
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
    return SpacedTimesteps.sigmas(Spacing.LEADING, request, values);
  }
}
