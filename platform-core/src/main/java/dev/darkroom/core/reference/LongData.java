package dev.darkroom.core.reference;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/// Integer and truth-value elements, each within the range of its type.
final class LongData implements Data {

  private final DType dtype;
  private final Shape shape;
  final long[] values;

  LongData(DType dtype, Shape shape, long[] values) {
    this.dtype = dtype;
    this.shape = shape;
    this.values = values;
  }

  /// Numbers that may be out of range: they wrap around as they do in memory.
  static LongData of(DType dtype, Shape shape, long[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = wrapped(dtype, values[i]);
    }
    return new LongData(dtype, shape, values);
  }

  /// `value` as it comes back from memory of this type.
  static long wrapped(DType dtype, long value) {
    return switch (dtype) {
      case I64 -> value;
      case I32 -> (int) value;
      case I8 -> (byte) value;
      case U8 -> value & 0xFF;
      case U4 -> value & 0xF;
      case BOOL -> value == 0 ? 0 : 1;
      case F64, F32, F16, BF16 -> throw new IllegalArgumentException(dtype + " is no integer type");
    };
  }

  @Override
  public DType dtype() {
    return dtype;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  LongData map(LongUnaryOperator function) {
    long[] results = new long[values.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = function.applyAsLong(values[i]);
    }
    return of(dtype, shape, results);
  }

  /// Both operands have the same shape.
  LongData zip(LongData other, LongBinaryOperator function) {
    long[] results = new long[values.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = function.applyAsLong(values[i], other.values[i]);
    }
    return of(dtype, shape, results);
  }

  @Override
  public Data reshape(Shape target) {
    return new LongData(dtype, target, values);
  }

  @Override
  public Data pick(Shape target, int[] sources, double fill) {
    long[] results = new long[sources.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = sources[i] < 0 ? (long) fill : values[sources[i]];
    }
    return of(dtype, target, results);
  }

  @Override
  public Data blank(Shape target) {
    return new LongData(dtype, target, new long[Math.toIntExact(target.elements())]);
  }

  @Override
  public void copy(int from, Data target, int to, int count) {
    System.arraycopy(values, from, ((LongData) target).values, to, count);
  }

  @Override
  public boolean larger(int a, int b) {
    return values[a] > values[b];
  }

  @Override
  public Data cast(DType target) {
    if (!target.isFloating()) {
      return of(target, shape, values.clone());
    }
    float[] results = new float[values.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = values[i];
    }
    return new FloatData(DType.F32, shape, results).cast(target);
  }

  @Override
  public Tensor toTensor() {
    return Tensor.ofLongs(shape, values).cast(dtype);
  }

  @Override
  public String toString() {
    return dtype + " " + shape;
  }
}
