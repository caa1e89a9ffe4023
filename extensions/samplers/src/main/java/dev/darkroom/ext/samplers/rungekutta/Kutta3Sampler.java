package dev.darkroom.ext.samplers.rungekutta;

import static dev.darkroom.ext.samplers.rungekutta.Tableau.row;

import dev.darkroom.ext.samplers.SamplerName;

/// Kutta's method of third order (Kutta 1901; Butcher 2016, section 322).
public final class Kutta3Sampler extends ExplicitProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.kutta-3",
          "Kutta 3",
          "Kutta's third-order Runge-Kutta method (Kutta 1901).",
          "Linear-RK 3",
          "kutta_3s");

  private static final Tableau TABLEAU =
      Tableau.of(row(1.0 / 6, 2.0 / 3, 1.0 / 6), row(1.0 / 2), row(-1, 2));

  public Kutta3Sampler() {
    super(NAME, 3, TABLEAU);
  }
}
