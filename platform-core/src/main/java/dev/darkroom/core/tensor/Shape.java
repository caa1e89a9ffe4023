package dev.darkroom.core.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The sizes of a tensor's dimensions, outermost first. A scalar has none. Immutable.
public final class Shape {

  private static final Shape SCALAR = new Shape(new long[0]);

  private final long[] sizes;

  private Shape(long[] sizes) {
    this.sizes = sizes;
  }

  /// @throws IllegalArgumentException if a size is negative
  /// @throws ArithmeticException if the number of elements does not fit a `long`
  public static Shape of(long... sizes) {
    if (sizes.length == 0) {
      return SCALAR;
    }
    long elements = 1;
    for (long size : sizes) {
      if (size < 0) {
        throw new IllegalArgumentException("negative size in shape " + Arrays.toString(sizes));
      }
      elements = Math.multiplyExact(elements, size);
    }
    return new Shape(sizes.clone());
  }

  public int rank() {
    return sizes.length;
  }

  /// The size of one dimension; a negative axis counts from the end, as everywhere in Darkroom.
  public long size(int axis) {
    return sizes[axis < 0 ? axis + sizes.length : axis];
  }

  public long[] sizes() {
    return sizes.clone();
  }

  public LongStream stream() {
    return Arrays.stream(sizes);
  }

  /// The number of elements; 1 for a scalar.
  public long elements() {
    long elements = 1;
    for (long size : sizes) {
      elements *= size;
    }
    return elements;
  }

  /// Row-major strides in elements.
  public long[] strides() {
    long[] strides = new long[sizes.length];
    long stride = 1;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= sizes[axis];
    }
    return strides;
  }

  /// This shape with one size changed.
  public Shape with(int axis, long size) {
    long[] changed = sizes.clone();
    changed[axis < 0 ? axis + sizes.length : axis] = size;
    return of(changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && Arrays.equals(sizes, that.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  /// As in `[2, 4, 64, 64]`.
  @Override
  public String toString() {
    return stream().mapToObj(Long::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
