package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.exponential.ExponentialTableau.Stage;

/// Exponential time differencing of third order with stages at four ninths and two thirds (Hochbruck and
/// Ostermann 2005, SIAM Journal on Numerical Analysis 43, equation 5.8).
public final class Etdrk3bSampler extends ExponentialProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.etdrk-3b",
          "ETD-RK 3S B",
          "Exponential Runge-Kutta method of third order with nodes 4/9 and 2/3 (Hochbruck and"
              + " Ostermann 2005).",
          "etdrk3_b_3s");

  private static final ExponentialTableau TABLEAU =
      ExponentialTableau.of(
          phi -> phi.row(1, 0, 3.0 / 2 * phi.of(2)),
          new Stage(4.0 / 9, phi -> phi.row(4.0 / 9)),
          new Stage(2.0 / 3, phi -> phi.row(2.0 / 3, phi.of(2, 2.0 / 3))));

  public Etdrk3bSampler() {
    super(NAME, 3, TABLEAU);
  }
}
