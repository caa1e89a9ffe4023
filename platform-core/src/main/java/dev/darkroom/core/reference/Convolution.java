package dev.darkroom.core.reference;

import dev.darkroom.core.ir.Contraction.Conv2d;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/// Convolution: what the kernel sees at each place is written out ([Patches]) and multiplied by the
/// weights. Each line of the result is computed by one thread in one order.
record Convolution(Workers workers, Cancellation cancellation) {

  /// How many numbers are written out at once, so that memory stays small.
  private static final int LIMIT = 1 << 20;

  Data apply(Conv2d op, List<Data> inputs, Shape shape) {
    FloatData result = (FloatData) inputs.getFirst().blank(shape);
    Shape weight = inputs.get(1).shape();
    long line = shape.size(3) * weight.size(1) * weight.size(2) * weight.size(3);
    int rows = (int) shape.size(2);
    int band = Math.clamp(LIMIT / Math.max(line, 1), 1, Math.max(rows, 1));
    for (int image = 0; image < shape.size(0); image++) {
      for (int group = 0; group < op.groups(); group++) {
        for (int row = 0; row < rows; row += band) {
          Place place = new Place(image, group, row, Math.min(row + band, rows));
          multiply(op, inputs, place, result);
        }
      }
    }
    return result;
  }

  private Patches written(Conv2d op, List<Data> inputs, Shape shape, Place place) {
    int depth = (int) inputs.get(1).shape().size(1);
    int columns = (int) shape.size(3);
    Patches patches =
        new Patches(op.window(), (FloatData) inputs.getFirst(), place, columns, depth);
    workers.each(depth, cancellation, patches::write);
    return patches;
  }

  private void multiply(Conv2d op, List<Data> inputs, Place place, FloatData result) {
    FloatData weight = (FloatData) inputs.get(1);
    Shape shape = result.shape();
    Patches patches = written(op, inputs, shape, place);
    int outputs = (int) shape.size(1) / op.groups();
    int columns = (int) shape.size(3);
    workers.each(
        outputs,
        cancellation,
        output -> {
          int channel = place.group() * outputs + output;
          double[] sums = new double[place.rows() * columns];
          if (inputs.size() > 2) {
            Arrays.fill(sums, ((FloatData) inputs.get(2)).values[channel]);
          }
          patches.addTo(sums, weight, channel);
          long plane = (long) place.image() * shape.size(1) + channel;
          int to = (int) ((plane * shape.size(2) + place.first()) * columns);
          for (int i = 0; i < sums.length; i++) {
            result.values[to + i] = (float) sums[i];
          }
        });
  }

  /// Some rows of one image and one group of channels of the result.
  record Place(int image, int group, int first, int end) {
    int rows() {
      return end - first;
    }
  }
}
