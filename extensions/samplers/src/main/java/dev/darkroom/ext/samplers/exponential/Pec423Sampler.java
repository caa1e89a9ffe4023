package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;

/// Predictor and corrector on exponential Adams methods: third order ahead, then fourth order with the
/// answer found there (Ostermann, Thalhammer and Wright 2006, BIT Numerical Mathematics 46).
public final class Pec423Sampler extends AdamsProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.pec-423",
          "PEC 423",
          "Exponential predictor-corrector of fourth order, two model calls a step (Ostermann,"
              + " Thalhammer and Wright 2006).",
          "pec423_2h2s");

  public Pec423Sampler() {
    super(NAME, new ExponentialAdams(3, 1));
  }
}
