package dev.darkroom.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.sampling.DiscreteNoiseSchedule;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Conditioning;
import dev.darkroom.core.spi.Denoiser.Guided;
import dev.darkroom.core.spi.Guidance;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// That samplers which ask for the negative side get it at every guidance scale, and that the others
/// pay for it only where guidance is on.
final class GuidedDenoiserTests {

  private static final Tensor X = Tensor.of(Shape.of(1, 1, 1, 2), 1f, 2f);
  private static final NoiseSchedule NOISE =
      DiscreteNoiseSchedule.of(
          new NoiseSettings(
              new NoiseSettings.Betas.Range(
                  NoiseSettings.Betas.Curve.SCALED_LINEAR, 0.00085, 0.012, 1000),
              NoiseSettings.Prediction.X0,
              new NoiseSettings.Timesteps(
                  NoiseSettings.Spacing.LEADING, 1, NoiseSettings.FinalStep.ZERO),
              false));

  private final List<Long> rows = new ArrayList<>();

  /// Predicts 10 for the negative side, 20 for the positive.
  private final class Network implements CompiledGraph {
    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs, Cancellation cancellation) {
      Tensor sides = inputs.get("side");
      long count = sides.shape().size(0);
      rows.add(count);
      float[] values = new float[(int) count * 2];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) sides.at(i / 2);
      }
      return Map.of("sample", Tensor.of(Shape.of(count, 1, 1, 2), values));
    }

    @Override
    public void close() {}
  }

  private static Map<String, Tensor> sides(Conditioning.Step step) {
    float[] values = new float[step.sides().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = step.sides().get(i) == Conditioning.Side.NEGATIVE ? 10 : 20;
    }
    return Map.of("side", Tensor.of(Shape.of(values.length), values));
  }

  private GuidedDenoiser denoiser(double scale) {
    return new GuidedDenoiser(
        new GuidedDenoiser.Network(new Network(), NOISE),
        List.of(GuidedDenoiserTests::sides),
        Guidance.of(scale),
        Sigmas.of(5, 1, 0),
        Cancellation.none());
  }

  @Test
  void givesTheNegativeSideAtEveryScale() {
    for (double scale : new double[] {0, 0.6, 1, 2}) {
      Guided seen = denoiser(scale).guided(X, 5);
      assertThat(seen.unconditional().at(0)).isEqualTo(10);
      assertThat(seen.denoised().at(0)).isEqualTo((float) (10 + 10 * scale));
    }
    assertThat(rows).containsOnly(2L);
  }

  @Test
  void runsOneSideWhereGuidanceIsOff() {
    assertThat(denoiser(1).denoise(X, 5).at(0)).isEqualTo(20);
    assertThat(denoiser(0.6).denoise(X, 5).at(0)).isEqualTo(20);
    assertThat(rows).containsOnly(1L);
  }

  @Test
  void hooksLeaveThatAsItIs() {
    GuidedDenoiser weak = denoiser(0.6);
    HookedDenoiser hooked = new HookedDenoiser(weak, List.of(), Sigmas.of(5, 1, 0));
    assertThat(hooked.denoise(X, 5).at(0)).isEqualTo(20);
    assertThat(hooked.guided(X, 5).denoised().at(0)).isEqualTo(16);
    assertThat(hooked.guided(X, 5).unconditional().at(0)).isEqualTo(10);
  }
}
