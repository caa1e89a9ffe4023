package dev.darkroom.core.reference;

import dev.darkroom.core.ir.Indexing;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Positions as data.
final class IndexingKernels {

  private IndexingKernels() {}

  static Data apply(Indexing op, List<Data> inputs, Shape shape) {
    Data x = inputs.getFirst();
    return switch (op) {
      case Indexing.Gather(int axis) ->
          gather(x, Axis.of(x.shape(), axis), (LongData) inputs.get(1)).reshape(shape);
      case Indexing.GatherAlong(int axis) -> gatherAlong(x, axis, (LongData) inputs.get(1));
      case Indexing.TopIndices _ -> top(x, shape);
      case Indexing.Positions _ ->
          new LongData(DType.I64, shape, LongStream.range(0, shape.elements()).toArray());
    };
  }

  private static Data gather(Data data, Axis axis, LongData indices) {
    int[] rows = new int[indices.values.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = checked(indices.values[i], axis);
    }
    int[][] offsets = {
      Lookup.steps(axis.outer(), (long) axis.size() * axis.inner()),
      Lookup.scaled(rows, axis.inner()),
      Lookup.steps(axis.inner(), 1)
    };
    Shape target = Shape.of(axis.outer(), rows.length, axis.inner());
    return data.pick(target, Lookup.table(offsets), 0);
  }

  private static Data gatherAlong(Data data, int axis, LongData indices) {
    Axis from = Axis.of(data.shape(), axis);
    Axis to = Axis.of(indices.shape(), axis);
    int[] sources = new int[indices.values.length];
    for (int line = 0; line < to.lines(); line++) {
      for (int i = 0; i < to.size(); i++) {
        int index = checked(indices.values[to.at(line, i)], from);
        sources[to.at(line, i)] = from.at(line, index);
      }
    }
    return data.pick(indices.shape(), sources, 0);
  }

  private static int checked(long index, Axis axis) {
    if (index < 0 || index >= axis.size()) {
      throw new IndexOutOfBoundsException(
          "index " + index + " is outside a dimension of size " + axis.size());
    }
    return (int) index;
  }

  private static Data top(Data x, Shape shape) {
    int count = (int) shape.size(-1);
    int size = (int) x.shape().size(-1);
    long[] results = new long[(int) shape.elements()];
    for (int line = 0; line * count < results.length; line++) {
      int first = line * size;
      List<Integer> order =
          IntStream.range(0, size)
              .boxed()
              .sorted((a, b) -> falling(x, first + a, first + b))
              .toList();
      for (int i = 0; i < count; i++) {
        results[line * count + i] = order.get(i);
      }
    }
    return new LongData(DType.I64, shape, results);
  }

  private static int falling(Data x, int a, int b) {
    return x.larger(a, b) ? -1 : x.larger(b, a) ? 1 : 0;
  }
}
