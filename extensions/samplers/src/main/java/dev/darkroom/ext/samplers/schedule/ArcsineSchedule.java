package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ParameterValues;
import java.util.List;

/// Noise levels along the arcsine: steps grow longer towards the bottom (the sigma profile "arcsine" of
/// RES4LYF's schedulers in SD.Next).
public final class ArcsineSchedule implements FormulaSchedule {

  @Override
  public String id() {
    return "schedule.arcsine";
  }

  @Override
  public String title() {
    return "Arcsine";
  }

  @Override
  public String summary() {
    return "The arcsine in the noise level; RES4LYF in SD.Next.";
  }

  @Override
  public List<String> aliases() {
    return List.of("Arcsine Sigma");
  }

  @Override
  public double[] levels(Request request, ParameterValues values) {
    return Profile.levels(request, part -> Math.asin(part) / (Math.PI / 2));
  }
}
