package dev.darkroom.testkit;

import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;

/// Noise of which each row of the batch gets one draw of ones and nothing else: draw `k` goes to row
/// `k + 2`. Rows 0 and 1 never get any.
final class ImpulseNoise implements Noise {

  private int draws;

  @Override
  public Tensor next(Shape shape) {
    int row = draws + 2;
    draws++;
    float[] values = new float[Math.toIntExact(shape.elements())];
    int width = values.length / Math.toIntExact(shape.size(0));
    for (int i = row * width; i < Math.min(values.length, (row + 1) * width); i++) {
      values[i] = 1;
    }
    return Tensor.of(shape, values);
  }

  /// How often numbers were asked for.
  int draws() {
    return draws;
  }
}
