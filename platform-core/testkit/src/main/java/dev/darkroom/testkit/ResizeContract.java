package dev.darkroom.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Movement;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Nearest-neighbour scaling of height and width.
public interface ResizeContract extends BackendSubject {

  @Test
  default void upsampling() {
    Tensor x = Samples.floats(71, 2, 3, 3, 5);
    Grid input = Grid.of(x);
    for (int factor : new int[] {1, 2, 3}) {
      Grid expected =
          Grid.fill(
              Shape.of(2, 3, 3L * factor, 5L * factor),
              index -> input.at(index[0], index[1], index[2] / factor, index[3] / factor));
      Trial.check(this, new Movement.UpsampleNearest(factor), expected, x);
    }
  }

  @TestFactory
  default Stream<DynamicTest> resizingToAReference() {
    return Stream.of(
            new long[] {3, 5},
            new long[] {6, 10},
            new long[] {5, 9},
            new long[] {7, 13},
            new long[] {2, 3},
            new long[] {1, 1},
            new long[] {6, 4})
        .map(sizes -> dynamicTest(Arrays.toString(sizes), () -> checkResize(sizes[0], sizes[1])));
  }

  private void checkResize(long height, long width) {
    Tensor x = Samples.floats(72, 2, 3, 3, 5);
    Tensor reference = Samples.floats(73, 2, 1, height, width);
    Grid input = Grid.of(x);
    Grid expected =
        Grid.fill(
            Shape.of(2, 3, height, width),
            index -> input.at(index[0], index[1], index[2] * 3 / height, index[3] * 5 / width));
    Trial.check(this, new Movement.ResizeLike(), expected, x, reference);
  }
}
