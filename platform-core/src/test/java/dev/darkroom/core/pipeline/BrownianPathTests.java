package dev.darkroom.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.sampling.TorchCpuGenerator;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The laws of a Brownian motion over the noise levels.
final class BrownianPathTests {

  private static final Shape SHAPE = Shape.of(1, 1, 200, 200);
  private static final double ROUGHLY = 0.02;

  private final TorchCpuGenerator generator = new TorchCpuGenerator(7);
  private final List<Tensor> drawn = new ArrayList<>();
  private final BrownianPath path = new BrownianPath(this::normal);

  private Tensor normal(Shape shape) {
    float[] values = new float[Math.toIntExact(shape.elements())];
    generator.normal(values, DType.F32);
    Tensor tensor = Tensor.of(shape, values);
    drawn.add(tensor);
    return tensor;
  }

  private Tensor between(double from, double to) {
    return path.between(SHAPE, from, to);
  }

  private static double product(Tensor one, Tensor other) {
    double sum = 0;
    long count = one.shape().elements();
    for (long i = 0; i < count; i++) {
      sum += one.at(i) * other.at(i);
    }
    return sum / count;
  }

  @Test
  void partsThatFollowEachOtherAreTheNumbersAsTheyAreDrawn() {
    List<Tensor> parts = List.of(between(14, 7), between(7, 3), between(3, 1));
    assertThat(parts).isEqualTo(drawn);
  }

  @Test
  void theSamePartIsTheSameNoise() {
    assertThat(between(9, 4)).isEqualTo(between(9, 4));
    assertThat(drawn).hasSize(1);
  }

  @Test
  void aStepSharesTheNoiseOfItsFirstStage() {
    Tensor stage = between(10, 6);
    Tensor step = between(10, 2);
    assertThat(product(step, step)).isCloseTo(1, within(ROUGHLY));
    assertThat(product(stage, step)).isCloseTo(Math.sqrt(4.0 / 8), within(ROUGHLY));
  }

  @Test
  void whatIsLookedAtCloserAddsUpToTheSame() {
    Tensor whole = between(10, 2);
    Tensor high = between(10, 7);
    Tensor low = between(7, 2);
    Tensor sum = high.times(Math.sqrt(3 / 8.0)).plus(Math.sqrt(5 / 8.0), low);
    for (long i = 0; i < SHAPE.elements(); i++) {
      assertThat(sum.at(i)).isCloseTo(whole.at(i), within(1e-5));
    }
    assertThat(product(high, high)).isCloseTo(1, within(ROUGHLY));
    assertThat(product(low, low)).isCloseTo(1, within(ROUGHLY));
    assertThat(product(high, low)).isCloseTo(0, within(ROUGHLY));
  }

  @Test
  void partsApartShareNothing() {
    Tensor high = between(10, 8);
    Tensor low = between(4, 2);
    Tensor above = between(20, 10);
    assertThat(product(high, low)).isCloseTo(0, within(ROUGHLY));
    assertThat(product(high, above)).isCloseTo(0, within(ROUGHLY));
    assertThat(product(between(20, 2), low)).isCloseTo(Math.sqrt(2 / 18.0), within(ROUGHLY));
  }
}
