package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.exponential.ExponentialTableau.Stage;

/// Lawson's method on Heun's rule: the linear part becomes a factor, the rest is solved by a Runge-Kutta
/// method (Lawson 1967, SIAM Journal on Numerical Analysis 4).
public final class Lawson2bSampler extends ExponentialProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.lawson-2b",
          "Lawson 2S B",
          "Lawson's integrating-factor method on Heun's rule, second order (Lawson 1967).",
          "lawson2b_2s");

  private static final ExponentialTableau TABLEAU =
      ExponentialTableau.of(
          phi -> new double[] {phi.of(0) / 2, 1.0 / 2},
          new Stage(1, phi -> new double[] {phi.of(0)}));

  public Lawson2bSampler() {
    super(NAME, 2, TABLEAU);
  }
}
