package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.ext.samplers.DynamicThresholding;

/// What can be set of [SaSolver].
final class SaSolverSettings {

  private SaSolverSettings() {}

  static ParameterSet ofOrders(int predictor, int corrector) {
    return ParameterSet.of(
        DynamicThresholding.besides(
            new Parameter.Whole("predictor_order", predictor, 1, 4, "Order of the predictor."),
            new Parameter.Whole("corrector_order", corrector, 1, 4, "Order of the corrector."),
            new Parameter.Toggle("lower_order_final", true, "Lower the order in the last steps."),
            new Parameter.Real("tau", 1, 0, 2, "Strength of the noise."),
            new Parameter.Real(
                "tau_min",
                0.58,
                0,
                1e9,
                "The lowest level that gets noise; timestep 200 of Stable Diffusion."),
            new Parameter.Real(
                "tau_max", 5.1, 0, 1e9, "The highest level that gets noise; timestep 800.")));
  }

  static Sampler solver(ParameterValues values, boolean again) {
    return DynamicThresholding.around(
        new SaSolver(
            (int) values.whole("predictor_order"),
            (int) values.whole("corrector_order"),
            values.toggle("lower_order_final"),
            again,
            new SaSolver.Strength(
                values.real("tau"), values.real("tau_min"), values.real("tau_max"))),
        values);
  }
}
