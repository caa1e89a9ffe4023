package dev.darkroom.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.sampling.TrainedNoise;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Conditioning;
import dev.darkroom.core.spi.Guidance;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.NoiseSettings.Betas;
import dev.darkroom.core.spi.NoiseSettings.FinalStep;
import dev.darkroom.core.spi.NoiseSettings.Prediction;
import dev.darkroom.core.spi.NoiseSettings.Spacing;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// That networks of flow and EDM models are shown what they were trained on, and that their answers
/// are understood: a network that knows its single picture is led back to it.
final class NoiseFormTests {

  private static final float PICTURE = 0.75f;
  private static final float NOISE = -1.25f;

  /// Answers as a perfectly trained network does, which finds the noise level by its timestep alone.
  private interface Answer {
    double of(double sample, double timestep);
  }

  private record Network(Answer answer) implements CompiledGraph {
    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs, Cancellation cancellation) {
      Tensor sample = Objects.requireNonNull(inputs.get("sample"));
      double timestep = Objects.requireNonNull(inputs.get("timestep")).at(0);
      return Map.of("sample", sample.map(value -> (float) answer.of(value, timestep)));
    }

    @Override
    public void close() {}
  }

  private static double denoised(
      Betas betas, Prediction prediction, float x, double sigma, Answer answer) {
    NoiseSettings.Timesteps timesteps =
        new NoiseSettings.Timesteps(Spacing.LINSPACE, 0, FinalStep.ZERO);
    NoiseSettings settings = new NoiseSettings(betas, prediction, timesteps, false);
    GuidedDenoiser denoiser =
        new GuidedDenoiser(
            new GuidedDenoiser.Network(new Network(answer), TrainedNoise.of(settings)),
            List.<Conditioning>of(),
            Guidance.of(1),
            Sigmas.of(sigma, 0),
            Cancellation.none());
    return denoiser.denoise(Tensor.of(Shape.of(1, 1, 1, 1), x), sigma).at(0);
  }

  @Test
  void flowModelsSeeTheMixtureAndAnswerItsDirection() {
    Answer answer =
        (sample, timestep) -> {
          double sigma = timestep / 1000;
          return (sample - PICTURE) / sigma;
        };
    for (double sigma : new double[] {1, 0.7, 0.01}) {
      float x = (float) ((1 - sigma) * PICTURE + sigma * NOISE);
      double clean = denoised(new Betas.Flow(3, 1000), Prediction.FLOW, x, sigma, answer);
      assertThat(clean).isCloseTo((double) PICTURE, within(1e-5));
    }
  }

  @Test
  void edmModelsSeeUnitVarianceAndAnswerAShareOfThePicture() {
    Answer answer =
        (sample, timestep) -> {
          double sigma = Math.exp(4 * timestep);
          double variance = sigma * sigma + 0.25;
          double x = sample * Math.sqrt(variance);
          return (PICTURE - 0.25 / variance * x) * Math.sqrt(variance) / (0.5 * sigma);
        };
    for (double sigma : new double[] {80, 1, 0.002}) {
      float x = (float) (PICTURE + sigma * NOISE);
      double clean = denoised(new Betas.Edm(0.002, 80, 1000), Prediction.EDM, x, sigma, answer);
      assertThat(clean).isCloseTo((double) PICTURE, within(1e-3));
    }
  }
}
