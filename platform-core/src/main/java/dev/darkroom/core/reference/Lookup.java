package dev.darkroom.core.reference;

import dev.darkroom.core.tensor.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Tables that say which element of a source each element of a result comes from.
final class Lookup {

  /// An offset that lies outside the source.
  static final int OUTSIDE = -1;

  private Lookup() {}

  /// The source of result element (i, j, ...) is `offsets[0][i] + offsets[1][j] + ...`, or
  /// [#OUTSIDE] if one of them is.
  static int[] table(int[][] offsets) {
    int[] table = {0};
    for (int[] axis : offsets) {
      int[] longer = new int[table.length * axis.length];
      int i = 0;
      for (int outer : table) {
        for (int inner : axis) {
          longer[i++] = outer < 0 || inner < 0 ? OUTSIDE : outer + inner;
        }
      }
      table = longer;
    }
    return table;
  }

  /// `size` offsets from 0 in steps of `stride`.
  static int[] steps(long size, long stride) {
    return IntStream.range(0, (int) size).map(i -> (int) (i * stride)).toArray();
  }

  /// Broadcasts `source` to `target`.
  static int[] stretch(Shape source, Shape target) {
    int[][] offsets = new int[target.rank()][];
    long[] strides = source.strides();
    for (int axis = 0; axis < target.rank(); axis++) {
      int own = axis - target.rank() + source.rank();
      boolean repeated = own < 0 || source.size(own) == 1;
      offsets[axis] = steps(target.size(axis), repeated ? 0 : strides[own]);
    }
    return table(offsets);
  }

  /// One table per axis that takes everything as it is; callers replace some.
  static int[][] identity(Shape shape) {
    long[] strides = shape.strides();
    return IntStream.range(0, shape.rank())
        .mapToObj(axis -> steps(shape.size(axis), strides[axis]))
        .toArray(int[][]::new);
  }

  /// `indices` along an axis of `stride` as offsets; negative ones stay outside.
  static int[] scaled(int[] indices, long stride) {
    return Arrays.stream(indices).map(i -> i < 0 ? OUTSIDE : (int) (i * stride)).toArray();
  }
}
