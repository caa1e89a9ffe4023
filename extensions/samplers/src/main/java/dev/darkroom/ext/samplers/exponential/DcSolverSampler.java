package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// Predictor and corrector with dynamic compensation (Zhao et al. 2024, arXiv:2409.03755).
///
/// The published ratios are searched for each model against long walks; without them, as in SD.Next,
/// the ratio is 1 and the answers stay as they are.
public final class DcSolverSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.dc-solver",
          "DC Solver",
          "Predictor-corrector whose answers can be compensated (Zhao et al. 2024,"
              + " arXiv:2409.03755).",
          "DCSolverMultistepScheduler");

  public DcSolverSampler() {
    super(NAME);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real(
            "ratio",
            1,
            0.5,
            1.5,
            "Where answers are taken from between two levels; 1 is as given."));
  }

  @Override
  public SamplerTraits traits() {
    return SamplerTraits.ofOrder(3);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new CompensatedSolver(values.real("ratio"));
  }
}
