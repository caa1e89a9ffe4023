package dev.darkroom.testkit.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.sampling.Predictions;
import dev.darkroom.core.spi.NoiseSettings.Prediction;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class PredictionsTests {

  private static final Tensor CLEAN = Tensor.of(Shape.of(4), 0.5f, -1, 2, 0);
  private static final Tensor NOISE = Tensor.of(Shape.of(4), 1, 0.25f, -0.5f, -2);

  @Test
  void findsTheCleanLatentsInEveryPrediction() {
    for (double sigma : new double[] {0.03, 1, 14.6}) {
      Tensor x = CLEAN.plus(sigma, NOISE);
      double root = Math.hypot(1, sigma);
      Tensor velocity = NOISE.times(1 / root).plus(-sigma / root, CLEAN);
      close(Predictions.denoised(Prediction.EPSILON, NOISE, x, sigma), CLEAN);
      close(Predictions.denoised(Prediction.V, velocity, x, sigma), CLEAN);
      close(Predictions.denoised(Prediction.X0, CLEAN, x, sigma), CLEAN);
    }
  }

  @Test
  void showsTheModelUnitVariance() {
    Tensor x = CLEAN.plus(3, NOISE);
    close(Predictions.input(x, 3), x.times(1 / Math.sqrt(10)));
  }

  @Test
  void seesFlowModelsOnTheStraightLine() {
    Tensor x = CLEAN.times(0.3).plus(0.7, NOISE);
    Tensor flow = NOISE.minus(CLEAN);
    close(Predictions.denoised(Prediction.FLOW, flow, x, 0.7), CLEAN);
    close(Predictions.input(Prediction.FLOW, x, 0.7), x);
  }

  /// Karras et al. 2022, arXiv:2206.00364, equation 7 and table 1.
  @Test
  void mixesInputAndOutputOfEdmModels() {
    double sigma = 2;
    Tensor x = CLEAN.plus(sigma, NOISE);
    double variance = sigma * sigma + 0.25;
    Tensor output = CLEAN.plus(-0.25 / variance, x).times(Math.sqrt(variance) / (sigma * 0.5));
    close(Predictions.denoised(Prediction.EDM, output, x, sigma), CLEAN);
    close(Predictions.input(Prediction.EDM, x, sigma), x.times(1 / Math.sqrt(variance)));
  }

  private static void close(Tensor actual, Tensor expected) {
    assertThat(actual.toFloats()).containsExactly(expected.toFloats(), Offset.offset(1e-5f));
  }
}
