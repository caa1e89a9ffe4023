package dev.darkroom.ext.samplers;

import java.util.OptionalDouble;

/// A provider of a sampler with guidance by CFG++ (Chung et al. 2024, arXiv:2406.08070), which is made for
/// scales from 0.5 to 2: orders that name none take the middle.
public abstract class CfgPlusPlusSampler extends NamedSampler {

  private static final double GUIDANCE = 1.5;

  protected CfgPlusPlusSampler(SamplerName name) {
    super(name);
  }

  @Override
  public final OptionalDouble guidance() {
    return OptionalDouble.of(GUIDANCE);
  }
}
