package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Indexing;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Says ops on positions in TensorFlow.
final class IndexingEmitter {

  private IndexingEmitter() {}

  static Operand emit(Emission out, Indexing op, Type result, List<Operand> in) {
    Operand x = in.getFirst();
    Edge edge =
        switch (op) {
          case Indexing.Gather(int axis) ->
              gather(out, out.plain(x), out.plain(in.get(1)), x.type().axis(axis), 0);
          case Indexing.GatherAlong(int axis) -> along(out, x.type().axis(axis), x, in.get(1));
          case Indexing.TopIndices(int count) -> top(out, count, out.plain(x));
          case Indexing.Positions(int axis) ->
              out.apply("Range", out.integer(0), out.size(x, axis), out.integer(1));
        };
    return Operand.plain(edge, result);
  }

  static Edge gather(Emission out, Edge data, Edge indices, int axis, int batch) {
    return out.operator("GatherV2")
        .input(data, indices, out.integer(axis))
        .with("batch_dims", batch)
        .build();
  }

  /// With `axis` brought to the end, where all dimensions before it are batch dimensions.
  private static Edge along(Emission out, int axis, Operand data, Operand indices) {
    int end = data.rank() - 1;
    List<Integer> order = swapped(data.rank(), axis);
    Edge picked =
        gather(
            out,
            out.transpose(out.plain(data), order),
            out.transpose(out.plain(indices), order),
            end,
            end);
    return out.transpose(picked, order);
  }

  /// The order of dimensions with `axis` and the last one exchanged.
  static List<Integer> swapped(int rank, int axis) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
    Collections.swap(order, axis, rank - 1);
    return order;
  }

  private static Edge top(Emission out, int count, Edge x) {
    Edge values =
        out.operator("TopKV2").input(x, out.cast(out.integer(count), DType.I64, DType.I32)).build();
    return out.cast(new Edge(values.operation(), 1), DType.I32, DType.I64);
  }
}
