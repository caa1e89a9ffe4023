package dev.darkroom.core.reference;

import dev.darkroom.core.ir.Contraction.Conv2d;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/// Direct convolution. Each plane of the result is computed by one thread in one order.
record Convolution(Workers workers, Cancellation cancellation) {

  Data apply(Conv2d op, List<Data> inputs, Shape shape) {
    FloatData x = (FloatData) inputs.get(0);
    FloatData weight = (FloatData) inputs.get(1);
    FloatData result = (FloatData) x.blank(shape);
    int outputs = (int) shape.size(1);
    int area = (int) (shape.size(2) * shape.size(3));
    workers.each(
        (int) shape.size(0) * outputs,
        cancellation,
        plane -> {
          int channel = plane % outputs;
          double[] sums = new double[area];
          if (inputs.size() > 2) {
            Arrays.fill(sums, ((FloatData) inputs.get(2)).values[channel]);
          }
          addChannels(new Plane(op.window(), x, shape, sums), weight, plane);
          for (int i = 0; i < area; i++) {
            result.values[plane * area + i] = (float) sums[i];
          }
        });
    return result;
  }

  private static void addChannels(Plane plane, FloatData weight, int index) {
    int outputs = (int) weight.shape().size(0);
    int depth = (int) weight.shape().size(1);
    int channels = (int) plane.x.shape().size(1);
    int groups = channels / Math.max(depth, 1);
    int batch = index / outputs;
    int channel = index % outputs;
    int first = batch * channels + channel / (outputs / groups) * depth;
    int kernel = plane.window.height() * plane.window.width();
    for (int i = 0; i < depth; i++) {
      plane.add(first + i, weight, (channel * depth + i) * kernel);
    }
  }

  /// The sums of one plane of the result.
  private static final class Plane {

    private final Window window;
    private final FloatData x;
    private final Shape shape;
    private final double[] sums;

    Plane(Window window, FloatData x, Shape shape, double[] sums) {
      this.window = window;
      this.x = x;
      this.shape = shape;
      this.sums = sums;
    }

    /// Adds one plane of x under one kernel, which begins at `from` in `weight`.
    void add(int source, FloatData weight, int from) {
      for (int row = 0; row < window.height(); row++) {
        for (int column = 0; column < window.width(); column++) {
          addShifted(source, row, column, weight.values[from + row * window.width() + column]);
        }
      }
    }

    private void addShifted(int source, int row, int column, double factor) {
      int height = (int) x.shape().size(2);
      int width = (int) x.shape().size(3);
      int rows = (int) shape.size(2);
      int columns = (int) shape.size(3);
      int stride = window.stride();
      int left = column * window.dilation() - window.left();
      int begin = left >= 0 ? 0 : Math.ceilDiv(-left, stride);
      int end = Math.min(columns, Math.ceilDiv(width - left, stride));
      for (int i = 0; i < rows; i++) {
        int y = i * stride + row * window.dilation() - window.top();
        if (y >= 0 && y < height) {
          int line = (source * height + y) * width + left;
          for (int j = begin; j < end; j++) {
            sums[i * columns + j] += factor * x.values[line + j * stride];
          }
        }
      }
    }
  }
}
