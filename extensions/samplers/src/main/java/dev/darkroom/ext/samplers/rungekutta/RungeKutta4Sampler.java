package dev.darkroom.ext.samplers.rungekutta;

import static dev.darkroom.ext.samplers.rungekutta.Tableau.row;

import dev.darkroom.ext.samplers.SamplerName;

/// The classical method of fourth order (Kutta 1901; Butcher 2016, section 322).
public final class RungeKutta4Sampler extends ExplicitProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.runge-kutta-4",
          "Runge-Kutta 4",
          "The classical fourth-order Runge-Kutta method, four model calls a step (Kutta 1901).",
          "Runge-Kutta 4/4",
          "Linear-RK 4",
          "rk4_4s");

  private static final Tableau TABLEAU =
      Tableau.of(
          row(1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6), row(1.0 / 2), row(0, 1.0 / 2), row(0, 0, 1));

  public RungeKutta4Sampler() {
    super(NAME, 4, TABLEAU);
  }
}
