package dev.darkroom.core.reference;

import dev.darkroom.core.ir.Window;

/// What a sliding window sees: for each channel and each cell of the kernel a copy of the picture,
/// shifted and thinned as the window says, zeros outside.
final class Patches {

  private final Window window;
  private final FloatData x;
  private final Convolution.Place place;
  private final int columns;
  private final int channels;
  private final float[] values;

  /// Space for `channels` channels of `x` at `place` of a result that is `columns` wide.
  Patches(Window window, FloatData x, Convolution.Place place, int columns, int channels) {
    this.window = window;
    this.x = x;
    this.place = place;
    this.columns = columns;
    this.channels = channels;
    this.values = new float[channels * window.height() * window.width() * area()];
  }

  private int area() {
    return place.rows() * columns;
  }

  /// Writes out one channel of the group.
  void write(int channel) {
    int to = channel * window.height() * window.width() * area();
    for (int i = 0; i < window.height(); i++) {
      for (int j = 0; j < window.width(); j++) {
        for (int row = place.first(); row < place.end(); row++) {
          int y = row * window.stride() + i * window.dilation() - window.top();
          if (y >= 0 && y < x.shape().size(2)) {
            writeLine(channel, y, j * window.dilation() - window.left(), to);
          }
          to += columns;
        }
      }
    }
  }

  private void writeLine(int channel, int y, int shift, int to) {
    int width = (int) x.shape().size(3);
    long plane = x.shape().size(1) * place.image() + (long) place.group() * channels + channel;
    int from = (int) ((plane * x.shape().size(2) + y) * width);
    for (int column = 0; column < columns; column++) {
      int at = column * window.stride() + shift;
      if (at >= 0 && at < width) {
        values[to + column] = x.values[from + at];
      }
    }
  }

  /// Adds the product with the kernels of one output channel.
  void addTo(double[] sums, FloatData weight, int output) {
    int cells = channels * window.height() * window.width();
    for (int i = 0; i < cells; i++) {
      double factor = weight.values[output * cells + i];
      int from = i * sums.length;
      for (int j = 0; j < sums.length; j++) {
        sums[j] += factor * values[from + j];
      }
    }
  }
}
