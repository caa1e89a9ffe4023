package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.exponential.ExponentialTableau.Stage;

/// Lawson's method on the midpoint rule: the linear part becomes a factor, the rest is solved by a
/// Runge-Kutta method (Lawson 1967, SIAM Journal on Numerical Analysis 4).
public final class Lawson2aSampler extends ExponentialProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.lawson-2a",
          "Lawson 2S A",
          "Lawson's integrating-factor method on the midpoint rule, second order (Lawson 1967).",
          "lawson2a_2s");

  private static final ExponentialTableau TABLEAU =
      ExponentialTableau.of(
          phi -> new double[] {0, phi.of(0, 1.0 / 2)},
          new Stage(1.0 / 2, phi -> new double[] {phi.of(0, 1.0 / 2) / 2}));

  public Lawson2aSampler() {
    super(NAME, 2, TABLEAU);
  }
}
