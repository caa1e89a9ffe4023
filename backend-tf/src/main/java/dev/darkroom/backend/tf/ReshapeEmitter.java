package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Movement.Reshape;
import dev.darkroom.core.ir.Type;
import java.util.ArrayList;
import java.util.List;

/// Says in TensorFlow how the same elements get other dimensions. A picture whose channels lie last
/// becomes a list of pixels, and back, without a move of memory.
final class ReshapeEmitter {

  private ReshapeEmitter() {}

  static Operand reshape(Emission out, List<Long> target, Type result, Operand x) {
    boolean last = x.isLast() && keepsChannels(x.type(), result);
    Operand from = last ? x : Operand.plain(out.plain(x), x.type());
    List<Edge> sizes = new ArrayList<>();
    List<Long> known = new ArrayList<>();
    for (int i = 0; i < target.size(); i++) {
      boolean kept = target.get(i) == Reshape.KEEP;
      known.add(known(result.dim(i)));
      sizes.add(kept ? out.size(from, i) : out.integer(known.getLast()));
    }
    Edge shape = shape(out, from.layout().arrange(known), from.layout().arrange(sizes));
    return new Operand(out.reshape(from.edge(), shape), result, from.layout());
  }

  private static Edge shape(Emission out, List<Long> known, List<Edge> sizes) {
    long open = known.stream().filter(size -> size < 0).count();
    return open > 1 ? out.pack(sizes.toArray(Edge[]::new)) : out.integers(known);
  }

  /// Rows as the dimensions of `like`, except the last, which is that of `result`.
  static Edge withLast(Emission out, Edge rows, Operand like, Type result) {
    List<Edge> sizes = new ArrayList<>();
    List<Long> known = new ArrayList<>();
    for (int i = 0; i < result.rank(); i++) {
      known.add(known(result.dim(i)));
      sizes.add(known.get(i) < 0 ? out.size(like, i) : out.integer(known.get(i)));
    }
    return out.reshape(rows, shape(out, known, sizes));
  }

  /// The size of a dimension, -1 where it is only known at run time.
  private static long known(Dim dim) {
    return switch (dim) {
      case Dim.Fixed(long size) -> size;
      case Dim.Named _ -> -1;
    };
  }

  static Operand reshapeLike(Emission out, Type result, Operand x, Operand reference) {
    boolean last = x.isLast() && keepsChannels(x.type(), result);
    Layout layout = last ? Layout.CHANNELS_LAST : Layout.PLAIN;
    Edge shape =
        reference.layout() == layout || result.rank() < 3
            ? out.shapeOf(reference.edge())
            : arranged(out, reference, layout);
    return new Operand(out.reshape(out.as(layout, x), shape), result, layout);
  }

  /// The dimensions of a value as they would lie in the other layout.
  private static Edge arranged(Emission out, Operand value, Layout layout) {
    List<Integer> order =
        layout == Layout.PLAIN ? Layout.toPlain(value.rank()) : Layout.toLast(value.rank());
    return IndexingEmitter.gather(out, out.shapeOf(value.edge()), out.integers(order), 0, 0);
  }

  private static boolean keepsChannels(Type from, Type to) {
    return to.rank() >= 3 && from.dims().subList(0, 2).equals(to.dims().subList(0, 2));
  }

  /// Orders that bring channels to the end or back change the layout and leave memory alone.
  static Operand transpose(Emission out, List<Integer> order, Type result, Operand x) {
    if (x.rank() >= 3 && x.isLast() && order.equals(Layout.toLast(x.rank()))) {
      return Operand.plain(x.edge(), result);
    }
    if (x.rank() >= 3 && !x.isLast() && order.equals(Layout.toPlain(x.rank()))) {
      return new Operand(x.edge(), result, Layout.CHANNELS_LAST);
    }
    return Operand.plain(out.transpose(out.plain(x), order), result);
  }
}
