package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ParameterValues;
import java.util.List;

/// Noise levels along the cubic `3t^2 - 2t^3`: short steps at both ends (the sigma profile "easing" of
/// RES4LYF's schedulers in SD.Next).
public final class EasingSchedule implements FormulaSchedule {

  @Override
  public String id() {
    return "schedule.easing";
  }

  @Override
  public String title() {
    return "Easing";
  }

  @Override
  public String summary() {
    return "The cubic 3t^2 - 2t^3 in the noise level; RES4LYF in SD.Next.";
  }

  @Override
  public List<String> aliases() {
    return List.of("Easing Sigma");
  }

  @Override
  public double[] levels(Request request, ParameterValues values) {
    return Profile.levels(request, part -> part * part * (3 - 2 * part));
  }
}
