package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.multistep.LinearMultistep.Ending;
import java.util.Arrays;
import java.util.List;

/// Improved pseudo linear multistep (Liu et al. 2022, arXiv:2202.09778; Zhang and Chen 2022,
/// arXiv:2204.13902, appendix H.4): the weights of Adams and Bashforth for equal steps, whatever the
/// steps are. Of second order, and that only where neighbouring steps are nearly equal.
public final class IpndmSampler implements SamplerProvider {

  private static final double[][] WEIGHTS = {
    {1},
    {3 / 2.0, -1 / 2.0},
    {23 / 12.0, -16 / 12.0, 5 / 12.0},
    {55 / 24.0, -59 / 24.0, 37 / 24.0, -9 / 24.0}
  };

  /// The settings of both forms.
  static ParameterSet settings() {
    return ParameterSet.of(
        new Parameter.Whole("max_order", 4, 1, 4, "How many slopes are weighed."),
        new Parameter.Toggle(
            "denoise_to_zero",
            false,
            "End a walk to 0 at the clean latents, as ComfyUI does since 2025."));
  }

  static Sampler create(LinearMultistep.Weights weights, ParameterValues values) {
    Ending ending = values.toggle("denoise_to_zero") ? Ending.CLEAN : Ending.WEIGHED;
    return new LinearMultistep((int) values.whole("max_order"), weights, ending);
  }

  @Override
  public String id() {
    return "sampler.ipndm";
  }

  @Override
  public String title() {
    return "iPNDM";
  }

  @Override
  public List<String> aliases() {
    return List.of("IPNDMScheduler", "k_ipndm", "sample_ipndm");
  }

  @Override
  public String summary() {
    return "Adams-Bashforth with the weights of equal steps (Zhang and Chen 2022,"
        + " arXiv:2204.13902).";
  }

  @Override
  public ParameterSet parameters() {
    return settings();
  }

  @Override
  public SamplerTraits traits() {
    return SamplerTraits.ofOrder(2);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return create(IpndmSampler::weights, values);
  }

  private static double[] weights(double[] sigmas, int step, int count) {
    double width = sigmas[step + 1] - sigmas[step];
    return Arrays.stream(WEIGHTS[count - 1]).map(weight -> weight * width).toArray();
  }
}
