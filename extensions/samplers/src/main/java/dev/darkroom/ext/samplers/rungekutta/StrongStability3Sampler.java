package dev.darkroom.ext.samplers.rungekutta;

import static dev.darkroom.ext.samplers.rungekutta.Tableau.row;

import dev.darkroom.ext.samplers.SamplerName;

/// The strong-stability-preserving method of third order in three stages (Shu and Osher 1988, Journal of
/// Computational Physics 77): a mean of Euler's steps, none of which overshoots.
public final class StrongStability3Sampler extends ExplicitProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.ssprk-3",
          "SSPRK 3",
          "Strong-stability-preserving Runge-Kutta method of third order in three stages (Shu and"
              + " Osher 1988).",
          "Specialized-RK 3S",
          "ssprk3_3s");

  private static final Tableau TABLEAU =
      Tableau.of(row(1.0 / 6, 1.0 / 6, 2.0 / 3), row(1), row(1.0 / 4, 1.0 / 4));

  public StrongStability3Sampler() {
    super(NAME, 3, TABLEAU);
  }
}
