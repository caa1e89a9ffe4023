package dev.darkroom.core.reference;

import dev.darkroom.core.ir.Movement;
import dev.darkroom.core.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/// Elements under other indices: a table of sources for each op.
final class MovementKernels {

  private MovementKernels() {}

  static Data apply(Movement op, List<Data> inputs, Shape shape) {
    Data x = inputs.getFirst();
    return switch (op) {
      case Movement.Reshape _ -> x.reshape(shape);
      case Movement.ReshapeLike _ -> x.reshape(shape);
      case Movement.ExpandLike _ -> x.expand(shape);
      case Movement.Transpose(var order) -> x.pick(shape, transposed(x, order), 0);
      case Movement.Concat(int axis) -> concat(inputs, axis, shape);
      case Movement.Slice slice -> x.pick(shape, sliced(x.shape(), slice, shape), 0);
      case Movement.Pad pad -> x.pick(shape, padded(x.shape(), pad, shape), pad.value());
      case Movement.UpsampleNearest _ -> x.pick(shape, resized(x.shape(), shape), 0);
      case Movement.ResizeLike _ -> x.pick(shape, resized(x.shape(), shape), 0);
    };
  }

  private static int[] transposed(Data x, List<Integer> order) {
    int[][] offsets = Lookup.identity(x.shape());
    return Lookup.table(order.stream().map(axis -> offsets[axis]).toArray(int[][]::new));
  }

  private static Data concat(List<Data> parts, int axis, Shape shape) {
    Data result = parts.getFirst().blank(shape);
    Axis whole = Axis.of(shape, axis);
    int line = whole.size() * whole.inner();
    int start = 0;
    for (Data part : parts) {
      int length = Axis.of(part.shape(), axis).size() * whole.inner();
      for (int outer = 0; outer < whole.outer(); outer++) {
        part.copy(outer * length, result, outer * line + start, length);
      }
      start += length;
    }
    return result;
  }

  private static int[] sliced(Shape source, Movement.Slice slice, Shape target) {
    int axis = slice.axis() < 0 ? slice.axis() + source.rank() : slice.axis();
    int first = (int) Movement.Slice.bound(slice.start(), source.size(axis));
    int[] kept = IntStream.range(first, first + (int) target.size(axis)).toArray();
    int[][] offsets = Lookup.identity(source);
    offsets[axis] = Lookup.scaled(kept, source.strides()[axis]);
    return Lookup.table(offsets);
  }

  private static int[] padded(Shape source, Movement.Pad pad, Shape target) {
    int[][] offsets = new int[source.rank()][];
    for (int axis = 0; axis < offsets.length; axis++) {
      int before = Math.toIntExact(pad.before().get(axis));
      int size = (int) source.size(axis);
      int[] indices =
          IntStream.range(0, (int) target.size(axis))
              .map(i -> i >= before && i < before + size ? i - before : Lookup.OUTSIDE)
              .toArray();
      offsets[axis] = Lookup.scaled(indices, source.strides()[axis]);
    }
    return Lookup.table(offsets);
  }

  /// Nearest neighbours in the last two of four dimensions.
  private static int[] resized(Shape source, Shape target) {
    int[][] offsets = Lookup.identity(source);
    for (int axis = 2; axis < 4; axis++) {
      long size = source.size(axis);
      long wanted = target.size(axis);
      int[] nearest =
          IntStream.range(0, (int) wanted).map(i -> (int) (i * size / wanted)).toArray();
      offsets[axis] = Lookup.scaled(nearest, source.strides()[axis]);
    }
    return Lookup.table(offsets);
  }
}
