package dev.darkroom.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Contraction.Conv2d;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Convolution over height and width.
public interface ConvolutionContract extends BackendSubject {

  @TestFactory
  default Stream<DynamicTest> convolutions() {
    return Stream.of(
            Window.square(1, 1, 0),
            Window.square(3, 1, 0),
            Window.square(3, 1, 1),
            Window.square(3, 2, 1),
            Window.square(5, 1, 2),
            Window.square(4, 4, 0),
            Window.square(2, 3, 1),
            new Window(3, 3, 2, 1, 0, 0, 1, 1),
            new Window(3, 3, 1, 1, 2, 0, 1, 3),
            new Window(3, 1, 1, 1, 1, 0, 1, 0),
            new Window(2, 3, 2, 1, 1, 0, 0, 2),
            new Window(3, 3, 1, 2, 2, 2, 2, 2),
            new Window(3, 3, 2, 3, 3, 3, 3, 3))
        .map(window ->
            dynamicTest(
                window.toString(),
                () -> checkConv(new Conv2d(window, 1), Samples.floats(21, 2, 3, 9, 7), 5)));
  }

  @TestFactory
  default Stream<DynamicTest> groups() {
    Window window = Window.square(3, 1, 1);
    return Stream.of(1, 2, 3, 6)
        .map(groups ->
            dynamicTest(
                groups + " groups",
                () -> checkConv(new Conv2d(window, groups), Samples.floats(22, 2, 6, 5, 4), 12)));
  }

  @Test
  default void onePixel() {
    checkConv(new Conv2d(Window.square(3, 1, 1), 1), Samples.floats(23, 1, 1, 1, 1), 1);
  }

  @Test
  default void onePixelWindowOverManyChannels() {
    checkConv(new Conv2d(Window.square(1, 1, 0), 1), Samples.floats(24, 1, 65, 3, 5), 33);
  }

  @Test
  default void largerPicture() {
    checkConv(new Conv2d(Window.square(3, 1, 1), 1), Samples.floats(25, 2, 16, 33, 31), 17);
  }

  @Test
  default void manyChannelsOfALargerPicture() {
    checkConv(new Conv2d(Window.square(3, 2, 1), 2), Samples.floats(28, 1, 128, 65, 63), 4);
    checkConv(new Conv2d(Window.square(3, 1, 1), 1), Samples.floats(29, 1, 64, 65, 63), 2);
  }

  @Test
  default void kernelIsNotFlipped() {
    Tensor x = Tensor.of(Shape.of(1, 1, 1, 3), 1, 2, 3);
    Tensor kernel = Tensor.of(Shape.of(1, 1, 1, 2), 10, 1);
    Conv2d op = new Conv2d(new Window(1, 2, 1, 1, 0, 0, 0, 0), 1);
    Trial.check(this, op, Grid.of(Shape.of(1, 1, 1, 2), 12, 23), x, kernel);
  }

  private void checkConv(Conv2d op, Tensor x, int outputs) {
    Window window = op.window();
    long depth = x.shape().size(1) / op.groups();
    double scale = 1 / Math.sqrt((double) depth * window.height() * window.width());
    Tensor weight =
        Samples.floats(26, outputs, depth, window.height(), window.width()).times(scale);
    Tensor bias = Samples.floats(27, outputs);
    Shape shape =
        Shape.of(
            x.shape().size(0),
            outputs,
            (x.shape().size(2) + window.top() + window.bottom() - reach(window, window.height()))
                    / window.stride()
                + 1,
            (x.shape().size(3) + window.left() + window.right() - reach(window, window.width()))
                    / window.stride()
                + 1);
    Grid input = Grid.of(x);
    Grid kernels = Grid.of(weight);
    Grid plain = Grid.fill(shape, index -> cell(op, input, kernels, index));
    Grid biased = Grid.fill(shape, index -> plain.at(index) + bias.at(index[1]));
    Trial.check(this, op, plain, x, weight);
    Trial.check(this, op, biased, x, weight, bias);
  }

  private static long reach(Window window, int kernel) {
    return (long) window.dilation() * (kernel - 1) + 1;
  }

  private static double cell(Conv2d op, Grid x, Grid weight, long[] index) {
    Window window = op.window();
    long depth = weight.shape().size(1);
    long group = index[1] / (weight.shape().size(0) / op.groups());
    double sum = 0;
    for (long channel = 0; channel < depth; channel++) {
      for (int i = 0; i < window.height(); i++) {
        long row = index[2] * window.stride() + (long) i * window.dilation() - window.top();
        for (int j = 0; j < window.width(); j++) {
          long column = index[3] * window.stride() + (long) j * window.dilation() - window.left();
          if (inside(row, x.shape().size(2)) && inside(column, x.shape().size(3))) {
            sum +=
                x.at(index[0], group * depth + channel, row, column)
                    * weight.at(index[1], channel, i, j);
          }
        }
      }
    }
    return sum;
  }

  private static boolean inside(long at, long size) {
    return at >= 0 && at < size;
  }
}
