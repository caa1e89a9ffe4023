package dev.darkroom.ext.samplers.stochastic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.testkit.ConvergenceContract;
import dev.darkroom.testkit.GaussianToy;
import dev.darkroom.testkit.SeededNoise;
import org.junit.jupiter.api.Test;

final class RestartSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new RestartSampler();
  }

  @Override
  @Test
  public void drawsNoiseOnlyIfItSaysSo() {
    assertThat(draws(19)).isZero();
    for (int steps = 20; steps < 36; steps++) {
      assertThat(draws(steps)).as("%d steps", steps).isEqualTo(1);
    }
    for (int steps = 36; steps < 80; steps++) {
      assertThat(draws(steps)).as("%d steps", steps).isEqualTo(2);
    }
  }

  private int draws(int steps) {
    double[] levels = new double[steps + 1];
    for (int i = 0; i < steps; i++) {
      levels[i] = 14.6 * Math.pow(0.03 / 14.6, i / (steps - 1.0));
    }
    SeededNoise noise = new SeededNoise(8);
    Tensor start = new SeededNoise(7).next(Shape.of(1, 4, 3, 5)).times(14.6);
    int[] told = {0};
    provider()
        .create(provider().parameters().defaults())
        .sample(
            new GaussianToy(0.5, 0.8).denoiser(),
            start,
            Sigmas.of(levels),
            noise,
            (_, _, _) -> told[0]++);
    assertThat(told[0]).isEqualTo(steps);
    return noise.draws();
  }
}
