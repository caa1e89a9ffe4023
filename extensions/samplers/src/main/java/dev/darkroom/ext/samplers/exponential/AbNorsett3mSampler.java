package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;

/// The exponential Adams-Bashforth method of third order on steps of any widths (Nørsett 1969; Hochbruck and
/// Ostermann 2010, section 2.5); the refined exponential solver's multistep form is the same (Zhang et
/// al. 2023, arXiv:2308.02157).
public final class AbNorsett3mSampler extends AdamsProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.abnorsett-3m",
          "ABNorsett 3M",
          "Exponential Adams-Bashforth-Nørsett method of third order, one model call a step"
              + " (Nørsett 1969).",
          "RES-Multistep 3M",
          "RES-Unified 3M",
          "abnorsett_3m",
          "res_3m");

  public AbNorsett3mSampler() {
    super(NAME, new ExponentialAdams(3, 0));
  }
}
