package dev.darkroom.core.reference;

import dev.darkroom.core.ir.Reduction.Pool2d;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.tensor.Shape;

/// Sliding windows that keep the largest or the mean of what they see; padding is not seen.
final class Pooling {

  private Pooling() {}

  static Data apply(Pool2d op, FloatData x, Shape shape) {
    FloatData result = (FloatData) x.blank(shape);
    int rows = (int) shape.size(2);
    int columns = (int) shape.size(3);
    int plane = (int) (x.shape().size(2) * x.shape().size(3));
    for (int i = 0; i < result.values.length; i++) {
      int first = i / (rows * columns) * plane;
      result.values[i] = (float) seen(op, x, first, i / columns % rows, i % columns);
    }
    return result;
  }

  private static double seen(Pool2d op, FloatData x, int first, int row, int column) {
    Window window = op.window();
    int height = (int) x.shape().size(2);
    int width = (int) x.shape().size(3);
    double sum = 0;
    double largest = Double.NEGATIVE_INFINITY;
    int count = 0;
    for (int i = 0; i < window.height(); i++) {
      int y = row * window.stride() + i * window.dilation() - window.top();
      for (int j = 0; j < window.width(); j++) {
        int at = column * window.stride() + j * window.dilation() - window.left();
        if (y >= 0 && y < height && at >= 0 && at < width) {
          double value = x.values[first + y * width + at];
          sum += value;
          largest = Math.max(largest, value);
          count++;
        }
      }
    }
    return switch (op.kind()) {
      case MAX -> largest;
      case MEAN -> sum / count;
    };
  }
}
