package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;

final class IpndmVariableSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new IpndmVariableSampler();
  }

  /// On a flow model's line the first steps, taken in lower order, weigh more than the others.
  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.EXPLODING);
  }
}
