package dev.darkroom.ext.samplers.dpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.testkit.ConvergenceContract;
import dev.darkroom.testkit.SeededNoise;
import dev.darkroom.testkit.TwoPeakToy;
import org.junit.jupiter.api.Test;

final class DpmFastSamplerTests implements ConvergenceContract {

  private static final TwoPeakToy TOY = new TwoPeakToy(0.8, 0.5, NoiseForm.EXPLODING);

  @Override
  public SamplerProvider provider() {
    return new DpmFastSampler();
  }

  /// The order of the last step depends on how many calls are left over, so only like numbers compare:
  /// two calls are enough for a last step that does no harm.
  @Override
  @Test
  public void convergesInTheOrderThatItClaims() {
    for (int rest = 0; rest < 3; rest++) {
      double order = Math.log(error(48 + rest) / error(96 + rest)) / Math.log(2);
      double claimed = rest == 2 ? 3 : provider().traits().order();
      assertThat(order).as("%d calls left over", rest).isBetween(claimed - 0.3, claimed + 0.7);
    }
  }

  /// Distance from the flow after `calls` model calls on the way from 80 to 0.1.
  private double error(int calls) {
    double[] levels = new double[calls + 1];
    for (int i = 0; i <= calls; i++) {
      levels[i] = 80 * Math.pow(0.1 / 80, (double) i / calls);
    }
    Tensor start = new SeededNoise(7).next(Shape.of(1, 1, 8, 8)).times(levels[0]);
    Tensor end =
        provider()
            .create(provider().parameters().defaults())
            .sample(TOY.denoiser(), start, Sigmas.of(levels), new SeededNoise(8), (_, _, _) -> {});
    double[] truth = TOY.flow(start, levels[0], levels[calls]);
    double squares = 0;
    for (int i = 0; i < truth.length; i++) {
      squares += Math.pow(end.at(i) - truth[i], 2);
    }
    return Math.sqrt(squares / truth.length);
  }
}
