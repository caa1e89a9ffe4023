package dev.darkroom.core.spi;

/// How a sampler's published form picks timesteps. They differ in detail, and pictures with them.
public enum TimestepGrid {
  /// As many timesteps as steps, not rounded, the walk ends at 0: k-diffusion's samplers.
  SIGMA,
  /// One timestep more than steps with the last left out, rounded: the DPM-Solver family.
  SOLVER,
  /// Whole timesteps; the walk ends where [NoiseSettings.Timesteps#end()] says: DDIM and its kin.
  DISCRETE,
  /// Whole timesteps out of those that a latent consistency model was distilled at.
  CONSISTENCY
}
