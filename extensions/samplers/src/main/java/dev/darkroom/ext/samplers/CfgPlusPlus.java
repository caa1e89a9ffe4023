package dev.darkroom.ext.samplers;

import java.util.OptionalDouble;

/// What guidance by CFG++ has in common (Chung et al. 2024, arXiv:2406.08070).
public final class CfgPlusPlus {

  /// In the middle of the scales from 0.5 to 2 that it is made for, as ComfyUI has it.
  public static final OptionalDouble GUIDANCE = OptionalDouble.of(1.5);

  private CfgPlusPlus() {}
}
