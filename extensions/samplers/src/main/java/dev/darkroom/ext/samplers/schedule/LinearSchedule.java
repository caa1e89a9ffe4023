package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ParameterValues;
import java.util.List;

/// Equal distances in the noise level. SD.Next has it as its sigma profile "smoothstep", which is a
/// straight line there.
public final class LinearSchedule implements FormulaSchedule {

  @Override
  public String id() {
    return "schedule.linear";
  }

  @Override
  public String title() {
    return "Linear";
  }

  @Override
  public String summary() {
    return "Equal distances in the noise level; SD.Next's Smoothstep Sigma.";
  }

  @Override
  public List<String> aliases() {
    return List.of("Smoothstep Sigma", "Euclidean Flow");
  }

  @Override
  public double[] levels(Request request, ParameterValues values) {
    return Profile.levels(request, part -> part);
  }
}
