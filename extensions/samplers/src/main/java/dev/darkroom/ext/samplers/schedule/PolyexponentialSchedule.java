package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;

/// A polynomial in the logarithm of the noise level, between the model's highest and lowest; with a rho
/// of 1 the exponential schedule (k-diffusion).
public final class PolyexponentialSchedule implements FormulaSchedule {

  @Override
  public String id() {
    return "schedule.polyexponential";
  }

  @Override
  public String title() {
    return "Polyexponential";
  }

  @Override
  public String summary() {
    return "A polynomial in the logarithm of the noise level; k-diffusion.";
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real("rho", 1, 0.05, 10, "Power; higher ones put levels closer when low."),
        FinalSigma.SETTING);
  }

  @Override
  public double[] levels(Request request, ParameterValues values) {
    NoiseSchedule noise = request.noise();
    double rho = values.real("rho");
    double low = Math.log(noise.sigmaMin());
    double width = Math.log(noise.sigmaMax()) - low;
    int steps = request.steps();
    return Ramp.of(steps, i -> Math.exp(Math.pow(1 - Ramp.part(i, steps), rho) * width + low));
  }
}
