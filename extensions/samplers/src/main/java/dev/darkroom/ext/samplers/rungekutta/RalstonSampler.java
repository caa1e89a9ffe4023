package dev.darkroom.ext.samplers.rungekutta;

import static dev.darkroom.ext.samplers.rungekutta.Tableau.row;

import dev.darkroom.ext.samplers.SamplerName;

/// Ralston's method of second order, with the smallest bound of the error in its family (Ralston 1962,
/// Mathematics of Computation 16).
public final class RalstonSampler extends ExplicitProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.ralston",
          "Ralston",
          "Ralston's second-order Runge-Kutta method, the one with the smallest error bound"
              + " (Ralston 1962).",
          "Linear-RK Ralston",
          "ralston_2s");

  private static final Tableau TABLEAU = Tableau.of(row(1.0 / 4, 3.0 / 4), row(2.0 / 3));

  public RalstonSampler() {
    super(NAME, 2, TABLEAU);
  }
}
