package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.multistep.LinearMultistep.Ending;
import java.util.List;

/// Diffusion exponential integrator sampler in its tAB form (Zhang and Chen 2022, arXiv:2204.13902):
/// the slopes are a polynomial of the time of a variance-preserving process.
///
/// As in the published code for sigma space (diff-sampler, ComfyUI), that process is the one of Karras
/// et al. 2022 (arXiv:2206.00364, table 1) between noise levels 0.002 and 80, whatever the model's.
public final class DeisTabSampler implements SamplerProvider {

  private static final double FIRST_TIME = 1e-3;
  private static final double LEAST = Math.log1p(0.002 * 0.002);
  private static final double MOST = Math.log1p(80.0 * 80.0);
  private static final double BETA_SLOPE = 2 * (LEAST / FIRST_TIME - MOST) / (FIRST_TIME - 1);
  private static final double BETA_MIN = MOST - 0.5 * BETA_SLOPE;

  @Override
  public String id() {
    return "sampler.deis-tab";
  }

  @Override
  public String title() {
    return "DEIS tAB";
  }

  @Override
  public List<String> aliases() {
    return List.of("k_deis", "sample_deis");
  }

  @Override
  public String summary() {
    return "DEIS as ComfyUI has it: slopes as a polynomial of time (Zhang and Chen 2022,"
        + " arXiv:2204.13902).";
  }

  @Override
  public SamplerTraits traits() {
    return SamplerTraits.ofOrder(3);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Whole("max_order", 3, 1, 4, "How many slopes are joined by a polynomial."));
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new LinearMultistep(
        (int) values.whole("max_order"), new LagrangeWeights(DeisTabSampler::time), Ending.CLEAN);
  }

  private static double time(double sigma) {
    double grown = Math.sqrt(BETA_MIN * BETA_MIN + 2 * BETA_SLOPE * Math.log1p(sigma * sigma));
    return (grown - BETA_MIN) / BETA_SLOPE;
  }
}
