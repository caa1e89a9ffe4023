package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;

/// The refined exponential solver of third order with new noise in every step (Zhang et al. 2023,
/// arXiv:2308.02157; ancestral noise as in k-diffusion).
public final class Res3sSdeSampler extends AncestralProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.res-3s-sde",
          "RES-SDE 3S",
          "Refined exponential solver of third order with ancestral noise (Zhang et al. 2023,"
              + " arXiv:2308.02157).",
          "res_3s_sde");

  public Res3sSdeSampler() {
    super(NAME, 3, RefinedTableaus.THIRD);
  }
}
