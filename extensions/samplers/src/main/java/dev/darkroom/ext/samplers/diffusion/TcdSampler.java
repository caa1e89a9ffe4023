package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// Sampling of models distilled by trajectory consistency distillation in few steps (Zheng et al. 2024,
/// arXiv:2402.19159, algorithm 4). Each step goes to a share of the next timestep, then up to that
/// timestep with new noise.
public final class TcdSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.tcd",
          "TCD",
          "For models distilled by trajectory consistency distillation (Zheng et al. 2024,"
              + " arXiv:2402.19159).",
          "TCDScheduler");

  public TcdSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 1, true);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real("eta", 0.3, 0, 1, "Share of the next timestep that is drawn anew."));
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.CONSISTENCY;
  }

  @Override
  public Sampler create(ParameterValues values) {
    double eta = values.real("eta");
    return new TargetDriven((sigmas, to) -> target(sigmas, to, eta));
  }

  /// The level of the share of the timestep; that share of the level itself where no model is known.
  private static double target(Sigmas sigmas, double to, double eta) {
    double timestep = sigmas.timestep(to);
    if (Double.isNaN(timestep) || sigmas.noise().isEmpty()) {
      boolean model = sigmas.noise().isPresent();
      return model || eta == 0 ? to : to * (1 - eta);
    }
    double share = Math.floor((1 - eta) * timestep);
    return Math.min(to, sigmas.noise().orElseThrow().sigma(share));
  }
}
