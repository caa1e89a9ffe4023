package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;

/// Predictor and two corrections on exponential Adams methods: third order ahead, then twice fourth order
/// with the answers found there (Ostermann, Thalhammer and Wright 2006, BIT Numerical Mathematics 46).
public final class Pec433Sampler extends AdamsProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.pec-433",
          "PEC 433",
          "Exponential predictor-corrector of fourth order with two corrections, three model calls"
              + " a step (Ostermann, Thalhammer and Wright 2006).",
          "pec433_2h3s");

  public Pec433Sampler() {
    super(NAME, new ExponentialAdams(3, 2));
  }
}
