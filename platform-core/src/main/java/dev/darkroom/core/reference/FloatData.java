package dev.darkroom.core.reference;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// Floating-point elements. Functions are computed in double and rounded once.
final class FloatData implements Data {

  private final DType dtype;
  private final Shape shape;
  final float[] values;

  FloatData(DType dtype, Shape shape, float[] values) {
    this.dtype = dtype;
    this.shape = shape;
    this.values = values;
  }

  @Override
  public DType dtype() {
    return dtype;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  FloatData map(DoubleUnaryOperator function) {
    float[] results = new float[values.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = (float) function.applyAsDouble(values[i]);
    }
    return new FloatData(dtype, shape, results);
  }

  /// Both operands have the same shape.
  FloatData zip(FloatData other, DoubleBinaryOperator function) {
    float[] results = new float[values.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = (float) function.applyAsDouble(values[i], other.values[i]);
    }
    return new FloatData(dtype, shape, results);
  }

  @Override
  public Data reshape(Shape target) {
    return new FloatData(dtype, target, values);
  }

  @Override
  public Data pick(Shape target, int[] sources, double fill) {
    float[] results = new float[sources.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = sources[i] < 0 ? (float) fill : values[sources[i]];
    }
    return new FloatData(dtype, target, results);
  }

  @Override
  public Data blank(Shape target) {
    return new FloatData(dtype, target, new float[Math.toIntExact(target.elements())]);
  }

  @Override
  public void copy(int from, Data target, int to, int count) {
    System.arraycopy(values, from, ((FloatData) target).values, to, count);
  }

  @Override
  public boolean larger(int a, int b) {
    return values[a] > values[b];
  }

  @Override
  public Data cast(DType target) {
    if (target.isFloating()) {
      return Data.of(toTensor().cast(target));
    }
    long[] results = new long[values.length];
    for (int i = 0; i < results.length; i++) {
      boolean holds = values[i] != 0;
      results[i] = target == DType.BOOL ? (holds ? 1 : 0) : (long) values[i];
    }
    return LongData.of(target, shape, results);
  }

  @Override
  public Tensor toTensor() {
    return Tensor.of(shape, values).cast(dtype);
  }

  @Override
  public String toString() {
    return dtype + " " + shape;
  }
}
