package dev.darkroom.testkit;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Random;

/// Tensors to compute with, the same at every run.
final class Samples {

  private Samples() {}

  /// Normally distributed floats; `seed` tells several inputs of one case apart.
  static Tensor floats(long seed, long... sizes) {
    Random random = new Random(seed);
    Shape shape = Shape.of(sizes);
    float[] values = new float[(int) shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.of(shape, values);
  }

  /// Small numbers of any type that all types can hold: -5 to 5, 0 to 10 where unsigned, 0 or 1.
  static Tensor of(DType dtype, long seed, long... sizes) {
    if (dtype == DType.F32) {
      return floats(seed, sizes);
    }
    Random random = new Random(seed);
    Shape shape = Shape.of(sizes);
    long[] values = new long[(int) shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (dtype) {
            case BOOL -> random.nextInt(2);
            case U8, U4 -> random.nextInt(11);
            case I64, I32, I8, F64, F32, F16, BF16 -> random.nextInt(11) - 5;
          };
    }
    return Tensor.ofLongs(shape, values).cast(dtype);
  }

  static Tensor longs(long... values) {
    return Tensor.ofLongs(Shape.of(values.length), values);
  }

  static Tensor vector(float... values) {
    return Tensor.of(Shape.of(values.length), values);
  }

  static Tensor bools(long... values) {
    return longs(values).cast(DType.BOOL);
  }
}
