package dev.darkroom.ext.samplers.rungekutta;

import static dev.darkroom.ext.samplers.rungekutta.Tableau.row;

import dev.darkroom.ext.samplers.SamplerName;

/// The method of fifth order by Dormand and Prince (1980, Journal of Computational and Applied
/// Mathematics 6). Its seventh stage is the first one of the next step, and weighs nothing in this.
public final class DormandPrince5Sampler extends ExplicitProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.dormand-prince-5",
          "Dormand-Prince 5",
          "The fifth-order Runge-Kutta method of Dormand and Prince (1980) at fixed steps, six"
              + " model calls each.",
          "Runge-Kutta 5/7",
          "rk5_7s",
          "dormand-prince_6s");

  private static final Tableau TABLEAU =
      Tableau.of(
          row(35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84),
          row(1.0 / 5),
          row(3.0 / 40, 9.0 / 40),
          row(44.0 / 45, -56.0 / 15, 32.0 / 9),
          row(19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729),
          row(9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656));

  public DormandPrince5Sampler() {
    super(NAME, 5, TABLEAU);
  }
}
