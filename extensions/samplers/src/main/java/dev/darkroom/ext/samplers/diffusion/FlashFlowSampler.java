package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.ext.samplers.SamplerName;

/// Sampling of flow models distilled by Flash Diffusion (Chadebec et al. 2024, arXiv:2406.02347): to the
/// clean latents, then up to the next level with new noise. Only for models distilled for it.
public final class FlashFlowSampler extends RenoisingProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.flash-flow",
          "Flash FlowMatch",
          "For flow models distilled by Flash Diffusion (Chadebec et al. 2024, arXiv:2406.02347).",
          "FlashFlowMatchEulerDiscreteScheduler");

  public FlashFlowSampler() {
    super(NAME);
  }
}
