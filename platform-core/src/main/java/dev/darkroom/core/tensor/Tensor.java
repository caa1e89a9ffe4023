package dev.darkroom.core.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/// A dense, row-major, little-endian array of numbers with a shape.
///
/// **Ownership.** A tensor is a view of a memory segment and never frees it. Memory made by this
/// class and maps made by the weight readers belong to the garbage collector (`Arena.ofAuto`), so a
/// tensor cannot be used after its memory is gone. Whoever wraps a segment of an arena of their own
/// keeps that arena open while the tensor is in use.
///
/// **Threads.** Contents are treated as immutable once a tensor has been handed to someone else;
/// all methods here return new tensors. Safe to share under that rule.
///
/// The arithmetic is for latents and is defined for [DType#F32] only: scalars are applied in double
/// precision and rounded once.
public final class Tensor {

  private static final ValueLayout.OfFloat FLOAT = Elements.FLOAT;

  private final DType dtype;
  private final Shape shape;
  private final MemorySegment data;

  private Tensor(DType dtype, Shape shape, MemorySegment data) {
    this.dtype = dtype;
    this.shape = shape;
    this.data = data;
  }

  /// Wraps `data`, which must hold exactly the bytes of the shape.
  public static Tensor of(DType dtype, Shape shape, MemorySegment data) {
    long bytes = dtype.bytes(shape.elements());
    if (data.byteSize() != bytes) {
      throw new IllegalArgumentException(
          "%s %s takes %d bytes, the segment has %d"
              .formatted(dtype, shape, bytes, data.byteSize()));
    }
    return new Tensor(dtype, shape, data);
  }

  /// A new tensor of zeros in native memory, aligned for every backend (64 bytes).
  public static Tensor allocate(DType dtype, Shape shape) {
    long bytes = dtype.bytes(shape.elements());
    return new Tensor(dtype, shape, Arena.ofAuto().allocate(bytes, 64));
  }

  /// A float32 tensor with a copy of `values`.
  public static Tensor of(Shape shape, float... values) {
    Tensor tensor = checked(DType.F32, shape, values.length);
    MemorySegment.copy(values, 0, tensor.data, FLOAT, 0, values.length);
    return tensor;
  }

  /// An int64 tensor with a copy of `values`.
  public static Tensor ofLongs(Shape shape, long... values) {
    Tensor tensor = checked(DType.I64, shape, values.length);
    MemorySegment.copy(values, 0, tensor.data, Elements.LONG, 0, values.length);
    return tensor;
  }

  public static Tensor scalar(float value) {
    return of(Shape.of(), value);
  }

  public static Tensor scalar(long value) {
    return ofLongs(Shape.of(), value);
  }

  private static Tensor checked(DType dtype, Shape shape, int length) {
    if (shape.elements() != length) {
      throw new IllegalArgumentException(
          "shape " + shape + " takes " + shape.elements() + " values, got " + length);
    }
    return allocate(dtype, shape);
  }

  public DType dtype() {
    return dtype;
  }

  public Shape shape() {
    return shape;
  }

  /// The bytes themselves. Read them; write only to tensors that you allocated and still own alone.
  public MemorySegment data() {
    return data;
  }

  /// All elements as floats, converted where needed.
  public float[] toFloats() {
    float[] values = new float[Math.toIntExact(shape.elements())];
    MemorySegment source = cast(DType.F32).data;
    MemorySegment.copy(source, FLOAT, 0, values, 0, values.length);
    return values;
  }

  /// All elements as longs; fractions are cut off.
  public long[] toLongs() {
    long[] values = new long[Math.toIntExact(shape.elements())];
    MemorySegment source = cast(DType.I64).data;
    MemorySegment.copy(source, Elements.LONG, 0, values, 0, values.length);
    return values;
  }

  /// One element in row-major order, as a double.
  public double at(long index) {
    return Elements.get(dtype, data, Objects.checkIndex(index, shape.elements()));
  }

  /// This tensor with another element type; itself if the type is the same already.
  public Tensor cast(DType target) {
    if (target == dtype) {
      return this;
    }
    Tensor result = allocate(target, shape);
    Elements.convert(this, result);
    return result;
  }

  /// The same data under another shape with as many elements. No copy.
  public Tensor reshape(Shape target) {
    if (target.elements() != shape.elements()) {
      throw new IllegalArgumentException("cannot reshape " + shape + " to " + target);
    }
    return new Tensor(dtype, target, data);
  }

  /// Rows `from` to `to` (exclusive) of the outermost dimension. No copy.
  public Tensor rows(long from, long to) {
    Objects.checkFromToIndex(from, to, shape.size(0));
    Shape part = shape.with(0, to - from);
    long row = shape.size(0) == 0 ? 0 : shape.elements() / shape.size(0) * dtype.bits();
    if (from * row % 8 != 0 || to * row % 8 != 0) {
      throw new IllegalArgumentException(
          "rows %d to %d of %s begin or end within a byte".formatted(from, to, this));
    }
    return new Tensor(dtype, part, data.asSlice(from * row / 8, (to - from) * row / 8));
  }

  /// The tensors joined along the outermost dimension; all other sizes and the types must agree.
  public static Tensor concat(Tensor... parts) {
    long rows = 0;
    for (Tensor part : parts) {
      if (part.dtype != parts[0].dtype
          || !part.shape.with(0, 0).equals(parts[0].shape.with(0, 0))) {
        throw new IllegalArgumentException("cannot join " + parts[0] + " and " + part);
      }
      rows += part.shape.size(0);
    }
    Tensor result = allocate(parts[0].dtype, parts[0].shape.with(0, rows));
    long offset = 0;
    for (Tensor part : parts) {
      MemorySegment.copy(part.data, 0, result.data, offset, part.data.byteSize());
      offset += part.data.byteSize();
    }
    return result;
  }

  /// `this + other`, element by element.
  public Tensor plus(Tensor other) {
    return plus(1, other);
  }

  /// `this - other`, element by element.
  public Tensor minus(Tensor other) {
    return plus(-1, other);
  }

  /// `this + scale * other`, element by element.
  public Tensor plus(double scale, Tensor other) {
    requireFloat32(this);
    requireFloat32(other);
    if (!shape.equals(other.shape)) {
      throw new IllegalArgumentException("shapes differ: " + shape + " and " + other.shape);
    }
    Tensor result = allocate(DType.F32, shape);
    long count = shape.elements();
    for (long i = 0; i < count; i++) {
      double value = data.getAtIndex(FLOAT, i) + scale * other.data.getAtIndex(FLOAT, i);
      result.data.setAtIndex(FLOAT, i, (float) value);
    }
    return result;
  }

  /// `scale * this`, element by element.
  public Tensor times(double scale) {
    return map(value -> scale * value);
  }

  /// `function` of every element.
  public Tensor map(DoubleUnaryOperator function) {
    requireFloat32(this);
    Tensor result = allocate(DType.F32, shape);
    long count = shape.elements();
    for (long i = 0; i < count; i++) {
      double value = function.applyAsDouble(data.getAtIndex(FLOAT, i));
      result.data.setAtIndex(FLOAT, i, (float) value);
    }
    return result;
  }

  private static void requireFloat32(Tensor tensor) {
    if (tensor.dtype != DType.F32) {
      throw new IllegalArgumentException("arithmetic needs F32, got " + tensor);
    }
  }

  /// Type and shape, as in `F32 [2, 4, 64, 64]`; never the contents.
  @Override
  public String toString() {
    return dtype + " " + shape;
  }
}
