package dev.darkroom.ext.samplers.rungekutta;

import static dev.darkroom.ext.samplers.rungekutta.Tableau.row;

import dev.darkroom.ext.samplers.SamplerName;

/// The strong-stability-preserving method of third order in four stages, which stays stable at twice the
/// step of that in three (Spiteri and Ruuth 2002, SIAM Journal on Numerical Analysis 40).
public final class StrongStability4Sampler extends ExplicitProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.ssprk-4",
          "SSPRK 4",
          "Strong-stability-preserving Runge-Kutta method of third order in four stages (Spiteri"
              + " and Ruuth 2002).",
          "Specialized-RK 4S",
          "ssprk4_4s");

  private static final Tableau TABLEAU =
      Tableau.of(
          row(1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 2),
          row(1.0 / 2),
          row(1.0 / 2, 1.0 / 2),
          row(1.0 / 6, 1.0 / 6, 1.0 / 6));

  public StrongStability4Sampler() {
    super(NAME, 3, TABLEAU);
  }
}
