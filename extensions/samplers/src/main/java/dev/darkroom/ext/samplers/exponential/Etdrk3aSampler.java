package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.exponential.ExponentialTableau.Stage;

/// Exponential time differencing of third order with stages at the end and at two thirds (Hochbruck and
/// Ostermann 2005, SIAM Journal on Numerical Analysis 43; Cox and Matthews 2002).
public final class Etdrk3aSampler extends ExponentialProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.etdrk-3a",
          "ETD-RK 3S A",
          "Exponential Runge-Kutta method of third order with nodes 1 and 2/3 (Hochbruck and"
              + " Ostermann 2005).",
          "etdrk3_a_3s");

  private static final ExponentialTableau TABLEAU =
      ExponentialTableau.of(
          phi -> phi.row(1, phi.of(2) - phi.of(1) / 2, 3.0 / 4 * phi.of(1)),
          new Stage(1, phi -> phi.row(1)),
          new Stage(2.0 / 3, phi -> phi.row(2.0 / 3, 4.0 / 9 * phi.of(2, 2.0 / 3))));

  public Etdrk3aSampler() {
    super(NAME, 3, TABLEAU);
  }
}
