package dev.darkroom.backend.tf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// In which order the dimensions of a value lie in memory.
enum Layout {
  /// As the graph says them.
  PLAIN,
  /// The channels (dimension 1) last, as TensorFlow's kernels for pictures want them on processors.
  CHANNELS_LAST;

  /// The place in memory of dimension `axis` (from 0) of a value of `rank` dimensions.
  int place(int axis, int rank) {
    return switch (this) {
      case PLAIN -> axis;
      case CHANNELS_LAST -> axis == 0 ? 0 : axis == 1 ? rank - 1 : axis - 1;
    };
  }

  /// `items`, one for each dimension as the graph says them, in this order.
  <T> List<T> arrange(List<T> items) {
    if (this == PLAIN || items.size() < 3) {
      return items;
    }
    List<T> arranged = new ArrayList<>(items);
    arranged.add(arranged.remove(1));
    return arranged;
  }

  /// The order of dimensions that brings a plain value of `rank` dimensions to channels last.
  static List<Integer> toLast(int rank) {
    return CHANNELS_LAST.arrange(axes(rank));
  }

  /// The order of dimensions that undoes [#toLast(int)].
  static List<Integer> toPlain(int rank) {
    List<Integer> order = new ArrayList<>(axes(rank));
    order.add(1, order.removeLast());
    return order;
  }

  private static List<Integer> axes(int rank) {
    return IntStream.range(0, rank).boxed().toList();
  }
}
