package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;

/// The refined exponential solver of third order, stages in the middle and at the end (Zhang et al. 2023,
/// arXiv:2308.02157; Hochbruck and Ostermann 2005).
public final class Res3sSampler extends ExponentialProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.res-3s",
          "RES-Singlestep 3S",
          "Refined exponential solver of third order (Zhang et al. 2023, arXiv:2308.02157).",
          "RES-Unified 3S",
          "res_3s");

  public Res3sSampler() {
    super(NAME, 3, RefinedTableaus.THIRD);
  }
}
