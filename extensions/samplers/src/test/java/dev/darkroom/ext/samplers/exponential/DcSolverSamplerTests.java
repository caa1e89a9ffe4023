package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;

final class DcSolverSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new DcSolverSampler();
  }

  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.values());
  }
}
