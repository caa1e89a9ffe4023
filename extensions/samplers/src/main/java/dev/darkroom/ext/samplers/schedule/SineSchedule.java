package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ParameterValues;
import java.util.List;

/// Noise levels along a quarter of a sine: long steps at the top, short ones at the bottom (the sigma
/// profile "sine" of RES4LYF's schedulers in SD.Next).
public final class SineSchedule implements FormulaSchedule {

  @Override
  public String id() {
    return "schedule.sine";
  }

  @Override
  public String title() {
    return "Sine";
  }

  @Override
  public String summary() {
    return "A quarter of a sine in the noise level; RES4LYF in SD.Next.";
  }

  @Override
  public List<String> aliases() {
    return List.of("Sine Sigma");
  }

  @Override
  public double[] levels(Request request, ParameterValues values) {
    return Profile.levels(request, part -> Math.sin(part * Math.PI / 2));
  }
}
