package dev.darkroom.ext.samplers.rungekutta;

import static dev.darkroom.ext.samplers.rungekutta.Tableau.row;

import dev.darkroom.ext.samplers.SamplerName;

/// Butcher's method of sixth order in seven stages, the fewest that sixth order takes (Butcher 1964,
/// Journal of the Australian Mathematical Society 4).
public final class Butcher6Sampler extends ExplicitProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.butcher-6",
          "Butcher 6",
          "Butcher's sixth-order Runge-Kutta method in seven stages (Butcher 1964).",
          "Runge-Kutta 6/7",
          "rk6_7s");

  private static final Tableau TABLEAU =
      Tableau.of(
          row(11.0 / 120, 0, 27.0 / 40, 27.0 / 40, -4.0 / 15, -4.0 / 15, 11.0 / 120),
          row(1.0 / 3),
          row(0, 2.0 / 3),
          row(1.0 / 12, 1.0 / 3, -1.0 / 12),
          row(-1.0 / 16, 9.0 / 8, -3.0 / 16, -3.0 / 8),
          row(0, 9.0 / 8, -3.0 / 8, -3.0 / 4, 1.0 / 2),
          row(9.0 / 44, -9.0 / 11, 63.0 / 44, 18.0 / 11, 0, -16.0 / 11));

  public Butcher6Sampler() {
    super(NAME, 6, TABLEAU);
  }
}
