package dev.darkroom.ext.samplers.multistep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.testkit.ConvergenceContract;
import dev.darkroom.testkit.GaussianToy;
import dev.darkroom.testkit.SeededNoise;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DpmPlusPlus2mSamplerTests implements ConvergenceContract {

  private static final GaussianToy TOY = new GaussianToy(0.5, 0.8);

  @Override
  public SamplerProvider provider() {
    return new DpmPlusPlus2mSampler();
  }

  @Test
  void higherOrdersComeCloserToTheSolution() {
    assertThat(error("2", "midpoint")).isLessThan(error("1", "midpoint") / 4);
    assertThat(error("2", "heun")).isLessThan(error("1", "midpoint") / 4);
    assertThat(error("3", "midpoint")).isLessThan(error("2", "midpoint"));
  }

  /// Largest distance from the flow after 30 steps from 10 to 0.1.
  private double error(String order, String type) {
    double[] values = new double[31];
    for (int i = 0; i <= 30; i++) {
      values[i] = 10 * Math.pow(0.01, i / 30.0);
    }
    Map<String, String> settings = Map.of("order", order, "solver_type", type);
    Tensor start = new SeededNoise(1).next(Shape.of(1, 4, 4, 4)).times(10);
    Tensor result =
        provider()
            .create(provider().parameters().parse(settings))
            .sample(TOY.denoiser(), start, Sigmas.of(values), new SeededNoise(2), (_, _, _) -> {});
    float[] differences = result.minus(TOY.flow(start, 10, values[30])).toFloats();
    double largest = 0;
    for (float difference : differences) {
      largest = Math.max(largest, Math.abs(difference));
    }
    return largest;
  }
}
