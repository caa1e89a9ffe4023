package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.Map;

/// An implicit method shows its full order once its equations are solved by enough iterations.
final class SolvedEquationsTests implements ConvergenceContract {

  private static final CollocationProvider METHOD = new GaussLegendre2Sampler();

  @Override
  public SamplerProvider provider() {
    return new Solved();
  }

  private static final class Solved implements SamplerProvider {

    @Override
    public String id() {
      return "sampler.gauss-legendre-2-solved";
    }

    @Override
    public SamplerTraits traits() {
      return new SamplerTraits(METHOD.order(), 25, false);
    }

    @Override
    public ParameterSet parameters() {
      return ParameterSet.none();
    }

    @Override
    public Sampler create(ParameterValues values) {
      return METHOD.create(METHOD.parameters().parse(Map.of("iterations", "12")));
    }
  }
}
