package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Movement;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Says in TensorFlow how elements move.
final class MovementEmitter {

  private MovementEmitter() {}

  static Operand emit(Emission out, Movement op, Type result, List<Operand> in) {
    Operand x = in.getFirst();
    return switch (op) {
      case Movement.Reshape(List<Long> target) -> ReshapeEmitter.reshape(out, target, result, x);
      case Movement.ReshapeLike _ -> ReshapeEmitter.reshapeLike(out, result, x, in.get(1));
      case Movement.Transpose(List<Integer> order) ->
          ReshapeEmitter.transpose(out, order, result, x);
      case Movement.ExpandLike _ ->
          Operand.plain(
              out.apply("BroadcastTo", out.plain(x), out.shapeOf(out.plain(in.get(1)))), result);
      case Movement.Concat(int axis) -> concat(out, axis, result, in);
      case Movement.Slice slice ->
          new Operand(
              slice(out, x.edge(), x.rank(), x.place(slice.axis()), slice), result, x.layout());
      case Movement.Pad pad -> new Operand(pad(out, pad, x), result, x.layout());
      case Movement.UpsampleNearest(int factor) -> upsample(out, factor, result, x);
      case Movement.ResizeLike _ -> resize(out, result, x, in.get(1));
    };
  }

  private static Operand concat(Emission out, int axis, Type result, List<Operand> in) {
    Layout layout = in.stream().anyMatch(Operand::isLast) ? Layout.CHANNELS_LAST : Layout.PLAIN;
    List<Edge> parts = in.stream().map(part -> out.as(layout, part)).toList();
    int place = layout.place(result.axis(axis), result.rank());
    return new Operand(joined(out, place, parts), result, layout);
  }

  static Edge joined(Emission out, int place, List<Edge> parts) {
    return parts.size() == 1
        ? parts.getFirst()
        : out.operator("ConcatV2").inputs(parts).input(out.integer(place)).build();
  }

  static Edge slice(Emission out, Edge x, int rank, int place, Movement.Slice slice) {
    long[] start = new long[rank];
    long[] end = new long[rank];
    long[] steps = new long[rank];
    Arrays.fill(steps, 1);
    start[place] = slice.start();
    end[place] = slice.end();
    long whole = (1L << rank) - 1 - (1L << place);
    return out.operator("StridedSlice")
        .input(x, out.integers(start), out.integers(end), out.integers(steps))
        .with("begin_mask", whole)
        .with("end_mask", slice.end() == Long.MAX_VALUE ? whole | 1L << place : whole)
        .build();
  }

  private static Edge pad(Emission out, Movement.Pad pad, Operand x) {
    List<Long> before = x.layout().arrange(pad.before());
    List<Long> after = x.layout().arrange(pad.after());
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < x.rank(); i++) {
      sizes.add(before.get(i));
      sizes.add(after.get(i));
    }
    Edge pairs = out.reshape(out.integers(sizes), out.integers(x.rank(), 2));
    Tensor value = Tensor.scalar((float) pad.value()).cast(x.type().dtype());
    return out.apply("PadV2", x.edge(), pairs, out.constant(value));
  }

  private static Operand upsample(Emission out, int factor, Type result, Operand x) {
    Edge picture = out.last(x);
    Edge times = out.integer(factor);
    Edge rows = out.apply("Mul", out.size(x, 2), times);
    Edge columns = out.apply("Mul", out.size(x, 3), times);
    boolean exact = Integer.bitCount(factor) == 1 && x.type().dtype() == DType.F32;
    Edge resized = exact ? nearest(out, picture, rows, columns) : picked(out, x, rows, columns);
    return new Operand(resized, result, Layout.CHANNELS_LAST);
  }

  /// With TensorFlow's kernel, which computes places in floating point: exact for powers of two.
  private static Edge nearest(Emission out, Edge picture, Edge rows, Edge columns) {
    Edge sizes = out.pack(rows, columns);
    return out.apply("ResizeNearestNeighbor", picture, out.cast(sizes, DType.I64, DType.I32));
  }

  private static Operand resize(Emission out, Type result, Operand x, Operand reference) {
    Edge resized = picked(out, x, out.size(reference, 2), out.size(reference, 3));
    return new Operand(resized, result, Layout.CHANNELS_LAST);
  }

  /// Rows and columns picked with the source index `i * size / target` in integers.
  private static Edge picked(Emission out, Operand x, Edge rows, Edge columns) {
    Edge tall = picked(out, out.last(x), 1, out.size(x, 2), rows);
    return picked(out, tall, 2, out.size(x, 3), columns);
  }

  private static Edge picked(Emission out, Edge picture, int place, Edge size, Edge target) {
    Edge range = out.apply("Range", out.integer(0), target, out.integer(1));
    Edge indices = out.apply("TruncateDiv", out.apply("Mul", range, size), target);
    return IndexingEmitter.gather(out, picture, indices, place, 0);
  }
}
