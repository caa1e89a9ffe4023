package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import java.util.List;

/// Noise levels along a sigmoid between -5 and 5, which does not quite reach the model's highest and
/// lowest level (the sigma profile "sigmoid" of RES4LYF's schedulers in SD.Next).
public final class SigmoidSchedule implements FormulaSchedule {

  @Override
  public String id() {
    return "schedule.sigmoid";
  }

  @Override
  public String title() {
    return "Sigmoid";
  }

  @Override
  public String summary() {
    return "A sigmoid in the noise level, clear of both ends; RES4LYF in SD.Next.";
  }

  @Override
  public List<String> aliases() {
    return List.of("Sigmoid Sigma");
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Choice(
            "variant", "logistic", List.of("logistic", "tanh"), "Which sigmoid; tanh is steeper."),
        new Parameter.Real("gain", 1, 0.1, 3, "Stretches the curve; higher is steeper."),
        new Parameter.Real(
            "offset", 0, -5, 5, "Moves the curve; higher reaches low levels earlier."),
        FinalSigma.SETTING);
  }

  @Override
  public double[] levels(Request request, ParameterValues values) {
    double steep = values.real("gain") * (values.text("variant").equals("tanh") ? 2 : 1);
    double offset = values.real("offset");
    // (tanh(x) + 1) / 2 is the logistic function at 2x
    return Profile.levels(request, part -> 1 / (1 + Math.exp(-steep * (part * 10 - 5 + offset))));
  }
}
