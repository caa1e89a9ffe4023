package dev.darkroom.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Reduction.Pool2d;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Sliding windows that keep the largest or the mean.
public interface PoolContract extends BackendSubject {

  @TestFactory
  default Stream<DynamicTest> pools() {
    return Stream.of(
            Window.square(2, 2, 0),
            Window.square(3, 1, 1),
            Window.square(3, 2, 1),
            new Window(2, 3, 2, 1, 0, 1, 1, 1),
            new Window(1, 2, 1, 1, 0, 0, 0, 1))
        .flatMap(window ->
            Arrays.stream(Pool2d.Kind.values())
                .map(kind -> new Pool2d(kind, window))
                .map(op -> dynamicTest(op.toString(), () -> checkPool(op))));
  }

  private void checkPool(Pool2d op) {
    Window window = op.window();
    Tensor x = Samples.floats(31, 2, 3, 7, 6);
    Grid input = Grid.of(x);
    Shape shape =
        Shape.of(
            2,
            3,
            (7 + window.top() + window.bottom() - window.height()) / window.stride() + 1,
            (6 + window.left() + window.right() - window.width()) / window.stride() + 1);
    Trial.check(this, op, Grid.fill(shape, index -> cell(op, input, index)), x);
  }

  private static double cell(Pool2d op, Grid x, long[] index) {
    Window window = op.window();
    double sum = 0;
    double largest = Double.NEGATIVE_INFINITY;
    int count = 0;
    long top = Math.max(0, index[2] * window.stride() - window.top());
    long bottom = index[2] * window.stride() - window.top() + window.height();
    long left = Math.max(0, index[3] * window.stride() - window.left());
    long right = index[3] * window.stride() - window.left() + window.width();
    for (long row = top; row < Math.min(bottom, x.shape().size(2)); row++) {
      for (long column = left; column < Math.min(right, x.shape().size(3)); column++) {
        double value = x.at(index[0], index[1], row, column);
        sum += value;
        largest = Math.max(largest, value);
        count++;
      }
    }
    return switch (op.kind()) {
      case MAX -> largest;
      case MEAN -> sum / count;
    };
  }

  @Test
  default void paddingCountsNeitherForTheLargestNorForTheMean() {
    Tensor x = Tensor.of(Shape.of(1, 1, 2, 2), -4, -2, -3, -1);
    Window window = Window.square(3, 2, 1);
    Grid largest = Grid.of(Shape.of(1, 1, 1, 1), -1);
    Grid mean = Grid.of(Shape.of(1, 1, 1, 1), -2.5);
    Trial.check(this, new Pool2d(Pool2d.Kind.MAX, window), largest, x);
    Trial.check(this, new Pool2d(Pool2d.Kind.MEAN, window), mean, x);
  }
}
