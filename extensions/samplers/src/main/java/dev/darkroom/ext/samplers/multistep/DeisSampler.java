package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.ext.samplers.ExplodingView;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.multistep.LinearMultistep.Ending;

/// Diffusion exponential integrator sampler with slopes as a polynomial of `log(rho)`, as diffusers has
/// it (Zhang and Chen 2022, arXiv:2204.13902, with the measure of arXiv:2211.01095). Made for walks that
/// end at the lowest level; a step to 0 goes to the clean latents.
public final class DeisSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.deis",
          "DEIS",
          "Slopes as a polynomial of the logarithm of the noise level (Zhang and Chen 2022,"
              + " arXiv:2204.13902).",
          "DEISMultistepScheduler");

  public DeisSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return SamplerTraits.ofOrder(2);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Whole("order", 2, 1, 3, "How many slopes are joined by a polynomial."),
        FinalOrders.LOWER);
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.SOLVER;
  }

  @Override
  public Sampler create(ParameterValues values) {
    FinalOrders end = new FinalOrders(values.toggle("lower_order_final"), false);
    int order = (int) values.whole("order");
    return new ExplodingView(
        new LinearMultistep(order, new LagrangeWeights(Math::log), Ending.CLEAN, end));
  }
}
